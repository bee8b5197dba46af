package vn.ruralmap.dataimport.transform;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.ShapeFault;

/** Every finding about a geometry of this stage, with its texts. */
final class GeometryIssues {

    private static final LocalizedText MEND = new LocalizedText(
            "Sửa đối tượng này bằng QGIS hoặc phần mềm GIS rồi nhập lại.",
            "Mend this feature in QGIS or other GIS software and import again.");

    private GeometryIssues() {}

    private static Issue error(String code, long row, @Nullable Coordinate place, String vi, String en) {
        return new Issue(code, Severity.ERROR, row, null, place, new LocalizedText(vi, en), MEND);
    }

    static Issue missing(long row) {
        return error("GEOMETRY_MISSING", row, null, "Dòng này không có hình học.", "The row has no geometry.");
    }

    static Issue mixed(long row, Coordinate place) {
        return error(
                "GEOMETRY_MIXED",
                row,
                place,
                "Một đối tượng gồm lẫn điểm, đường hoặc vùng.",
                "One feature mixes points, lines or polygons.");
    }

    static Issue wrongKind(long row, Coordinate place, GeometryKind kind, Set<GeometryKind> wanted) {
        return error(
                "GEOMETRY_KIND",
                row,
                place,
                "Lớp không nhận hình học kiểu " + kind + ", chỉ nhận " + wanted + ".",
                "The layer does not take a " + kind + ", only " + wanted + ".");
    }

    static Issue notANumber(long row, Coordinate place) {
        return error(
                "COORDINATE_OUT_OF_RANGE",
                row,
                place,
                "Tọa độ " + text(place) + " không chuyển được sang WGS84.",
                "The coordinate " + text(place) + " cannot be converted to WGS84.");
    }

    static Issue outside(long row, Coordinate place, Coordinate lonLat) {
        return error(
                "OUTSIDE_VIETNAM",
                row,
                place,
                "Nằm ngoài Việt Nam: kinh độ, vĩ độ " + text(lonLat) + ".",
                "Falls outside Vietnam: longitude, latitude " + text(lonLat) + ".");
    }

    private static LocalizedText invalid(TopologyValidationError error, Coordinate lonLat) {
        return new LocalizedText(
                "Hình học không hợp lệ (" + error.getMessage() + ") tại kinh độ, vĩ độ " + text(lonLat) + ".",
                "The geometry is not valid (" + error.getMessage() + ") at longitude, latitude " + text(lonLat) + ".");
    }

    static Issue notRepaired(long row, TopologyValidationError error, Coordinate lonLat, Coordinate place) {
        return new Issue(ShapeFault.of(error).name(), Severity.ERROR, row, null, place, invalid(error, lonLat), MEND);
    }

    static Issue repaired(long row, TopologyValidationError error, Coordinate lonLat, Coordinate place, Repair repair) {
        return new Issue(
                ShapeFault.of(error).name(), Severity.WARNING, row, null, place, invalid(error, lonLat), repair.note());
    }

    /** Findings that one feature may have many of. */
    enum Many {
        DUPLICATE_VERTICES(Severity.INFO, "đỉnh lặp lại liền nhau", "repeated vertices"),
        SPIKE(Severity.WARNING, "gai nhọn dưới 1 độ", "spikes sharper than 1 degree"),
        SLIVER_PART(
                Severity.WARNING,
                "phần vụn (dưới 10 m² hoặc hẹp hơn 0,5 m)",
                "slivers (below 10 m² or narrower than 0.5 m)"),
        SLIVER_HOLE(
                Severity.WARNING,
                "lỗ vụn (dưới 10 m² hoặc hẹp hơn 0,5 m)",
                "sliver holes (below 10 m² or narrower than 0.5 m)");

        private final Severity severity;
        private final LocalizedText what;

        Many(Severity severity, String vi, String en) {
            this.severity = severity;
            this.what = new LocalizedText(vi, en);
        }
    }

    static Issue many(Many found, long row, int count, Coordinate lonLat, Coordinate place) {
        return new Issue(
                found.name(),
                found.severity,
                row,
                null,
                place,
                new LocalizedText(
                        count + " " + found.what.vi() + ", đầu tiên tại kinh độ, vĩ độ " + text(lonLat) + ".",
                        count + " " + found.what.en() + ", the first at longitude, latitude " + text(lonLat) + "."),
                found.severity == Severity.INFO
                        ? new LocalizedText("Không cần làm gì.", "There is nothing to do.")
                        : new LocalizedText(
                                "Giữ nguyên; kiểm tra trong QGIS xem có phải lỗi vẽ không.",
                                "Kept as it is; check in QGIS whether it is a slip of drawing."));
    }

    static Issue multiPart(long row, int parts, double smallest, Coordinate lonLat, Coordinate place) {
        String size = String.format(Locale.ROOT, "%.0f m²", smallest);
        return new Issue(
                "MULTI_PART",
                Severity.INFO,
                row,
                null,
                place,
                new LocalizedText(
                        "Gồm " + parts + " phần rời nhau; phần nhỏ nhất " + size + " tại kinh độ, vĩ độ " + text(lonLat)
                                + ".",
                        "Has " + parts + " separate parts; the smallest, " + size + ", at longitude, latitude "
                                + text(lonLat) + "."),
                new LocalizedText(
                        "Nếu mỗi phần là một đối tượng riêng thì tách ra.",
                        "If each part is a feature of its own, split it."));
    }

    /** Metres with a decimetre, degrees with a millimetre. */
    static String text(Coordinate at) {
        int digits = Math.abs(at.x) > 400 || Math.abs(at.y) > 400 ? 1 : 8;
        return String.format(Locale.ROOT, "%." + digits + "f %." + digits + "f", at.x, at.y);
    }
}
