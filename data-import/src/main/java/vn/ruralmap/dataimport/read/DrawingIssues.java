package vn.ruralmap.dataimport.read;

import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** What was made of a drawing, with its texts. */
final class DrawingIssues {
    private DrawingIssues() {}

    static Issue polygons(long polygons, long within, long texts) {
        return new Issue(
                "DRAWING_POLYGONS",
                Severity.INFO,
                0,
                null,
                null,
                new LocalizedText(
                        "Bản vẽ cho " + polygons + " vùng (đường khép kín, tô vùng); " + within + " trên " + texts
                                + " dòng chữ nằm trong vùng và thành thuộc tính text.",
                        "The drawing gives " + polygons + " polygons (closed lines, hatches); " + within + " of "
                                + texts + " texts lie in one and became its attribute text."),
                new LocalizedText(
                        "Chọn một lớp của bản vẽ nếu có vùng thừa (--member TÊN_LỚP).",
                        "Choose a layer of the drawing if there are polygons too many (--member LAYER)."));
    }

    static Issue leftOut(long entities) {
        return new Issue(
                "DRAWING_LEFT_OUT",
                Severity.WARNING,
                0,
                null,
                null,
                new LocalizedText(
                        entities + " đường hở và đối tượng khác của bản vẽ không thành vùng nên bị bỏ qua.",
                        entities + " open lines and other entities of the drawing are no polygons and were left out."),
                new LocalizedText(
                        "Khép kín ranh giới trong bản vẽ (PEDIT, BOUNDARY) rồi lưu lại.",
                        "Close the borders in the drawing (PEDIT, BOUNDARY) and save it again."));
    }
}
