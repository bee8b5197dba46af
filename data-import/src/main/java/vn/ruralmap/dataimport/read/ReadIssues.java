package vn.ruralmap.dataimport.read;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding about geometry and about the frame of a file that this stage can make, with its texts. */
final class ReadIssues {
    private static final LocalizedText NOTHING_TO_DO =
            new LocalizedText("Không cần làm gì.", "There is nothing to do.");
    private static final LocalizedText EXPORT_AGAIN = new LocalizedText(
            "Mở tệp gốc bằng QGIS hoặc phần mềm GIS đã tạo ra nó, sửa đối tượng này rồi xuất lại.",
            "Open the original in QGIS or the software that made it, mend this feature and export again.");
    private static final LocalizedText SEND_AGAIN = new LocalizedText(
            "Sao chép hoặc tải lại tệp gốc; có thể tệp bị cắt khi truyền.",
            "Copy or download the original again; it may have been cut on the way.");

    private ReadIssues() {}

    static Issue of(
            String code,
            Severity severity,
            long row,
            @Nullable String field,
            @Nullable Coordinate place,
            LocalizedText message,
            LocalizedText remedy) {
        return new Issue(code, severity, row, field, place, message, remedy);
    }

    private static Issue geometry(
            String code, Severity severity, long row, @Nullable Coordinate place, String vi, String en) {
        LocalizedText remedy = severity == Severity.ERROR
                ? EXPORT_AGAIN
                : new LocalizedText("Đã tự sửa; nên kiểm tra lại trên bản đồ.", "Mended; look at it on the map.");
        return of(code, severity, row, null, place, new LocalizedText(vi, en), remedy);
    }

    private static Issue file(String code, Severity severity, String vi, String en, LocalizedText remedy) {
        return of(code, severity, 0, null, null, new LocalizedText(vi, en), remedy);
    }

    static Issue badCoordinate(long row, double x, double y) {
        return geometry(
                "COORDINATE_NOT_A_NUMBER",
                Severity.ERROR,
                row,
                null,
                "Tọa độ không phải là số dùng được: (" + x + "; " + y + ").",
                "A coordinate is not a usable number: (" + x + "; " + y + ").");
    }

    static Issue ringClosed(long row, Coordinate start) {
        return geometry(
                "RING_NOT_CLOSED",
                Severity.WARNING,
                row,
                start,
                "Đường bao chưa khép kín; đã nối điểm cuối với điểm đầu.",
                "A ring was not closed; its end was joined to its start.");
    }

    static Issue ringDropped(long row, @Nullable Coordinate place, int points) {
        return geometry(
                "RING_TOO_SHORT",
                Severity.WARNING,
                row,
                place,
                "Đường bao chỉ có " + points + " điểm (cần ít nhất 4 khi đã khép kín); đã bỏ.",
                "A ring has only " + points + " points (closed, it needs 4); it was left out.");
    }

    static Issue lineDropped(long row, @Nullable Coordinate place) {
        return geometry(
                "LINE_TOO_SHORT",
                Severity.WARNING,
                row,
                place,
                "Đoạn đường có ít hơn 2 điểm; đã bỏ.",
                "A line has fewer than 2 points; it was left out.");
    }

    static Issue mixedCollection(long row) {
        return geometry(
                "GEOMETRY_MIXED",
                Severity.ERROR,
                row,
                null,
                "Một đối tượng gồm lẫn điểm, đường hoặc vùng.",
                "One feature mixes points, lines or polygons.");
    }

    static Issue tooManyNestedRings(long row, int rings) {
        return geometry(
                "RINGS_TOO_MANY",
                Severity.ERROR,
                row,
                null,
                "Vùng gồm " + rings + " đường bao lồng nhau quá phức tạp.",
                "A polygon of " + rings + " rings is too intricate to sort out.");
    }

    static Issue damaged(long row, String vi, String en) {
        return geometry("GEOMETRY_DAMAGED", Severity.ERROR, row, null, vi, en);
    }

    static Issue emptied(long row) {
        return geometry(
                "GEOMETRY_EMPTY",
                Severity.WARNING,
                row,
                null,
                "Hình học rỗng: không có điểm nào dùng được.",
                "The geometry is empty: it has no usable point.");
    }

    static Issue typeDiffers(long row, int type, int expected) {
        return geometry(
                "SHAPE_TYPE_DIFFERS",
                Severity.WARNING,
                row,
                null,
                "Kiểu hình học của dòng (" + type + ") khác kiểu khai ở đầu tệp (" + expected + ").",
                "The shape type of the record (" + type + ") is not the one of the file header (" + expected + ").");
    }

    static Issue multiPatchFlattened(long row) {
        return geometry(
                "MULTIPATCH_FLATTENED",
                Severity.WARNING,
                row,
                null,
                "Vật thể ba chiều (MultiPatch) được đọc như vùng phẳng.",
                "A three-dimensional MultiPatch was read as flat polygons.");
    }

    static Issue cutButWhole(long row) {
        return geometry(
                "RECORD_CUT",
                Severity.WARNING,
                row,
                null,
                "Tệp .shp kết thúc giữa dòng này, nhưng tọa độ X, Y còn đủ.",
                "The .shp ends within this record, but its x and y are complete.");
    }

    static Issue recordMissing(long row, long offset) {
        return of(
                "RECORD_MISSING",
                Severity.ERROR,
                row,
                null,
                null,
                new LocalizedText(
                        "Không có hình học: dòng này phải nằm ở byte " + offset + ", ngoài phần còn lại của tệp .shp.",
                        "No geometry: this record should be at byte " + offset + ", outside what is left of the .shp."),
                SEND_AGAIN);
    }

    static Issue shpUnreadableFrom(long row, long offset, long size) {
        return of(
                "SHP_BROKEN",
                Severity.ERROR,
                row,
                null,
                null,
                new LocalizedText(
                        "Từ byte " + offset + " trên " + size + " tệp .shp không đọc được; thiếu các dòng từ " + row
                                + " trở đi.",
                        "From byte " + offset + " of " + size + " the .shp is unreadable; records from " + row
                                + " on are missing."),
                SEND_AGAIN);
    }

    static Issue shpPadding(long offset) {
        return file(
                "SHP_PADDING",
                Severity.INFO,
                "Tệp .shp chỉ có số 0 từ byte " + offset + " đến hết.",
                "From byte " + offset + " on the .shp holds nothing but zeros.",
                NOTHING_TO_DO);
    }

    static Issue shpLengthWrong(long declared, long actual) {
        return file(
                "SHP_LENGTH_DIFFERS",
                Severity.INFO,
                "Đầu tệp .shp khai " + declared + " byte, tệp có " + actual + " byte.",
                "The header of the .shp says " + declared + " bytes, the file has " + actual + ".",
                NOTHING_TO_DO);
    }

    static Issue shxIgnored() {
        return file(
                "SHX_DIFFERS",
                Severity.INFO,
                "Tệp .shx không khớp với .shp; đã đọc .shp theo thứ tự.",
                "The .shx does not agree with the .shp, which was read in its own order.",
                NOTHING_TO_DO);
    }

    static Issue shxUsed() {
        return file(
                "SHX_USED",
                Severity.WARNING,
                "Không đọc được .shp theo thứ tự; đã dùng vị trí dòng trong .shx.",
                "The .shp cannot be read in its own order; the record positions of the .shx were used.",
                new LocalizedText(
                        "Kiểm tra vài dòng: thuộc tính có đúng với hình không.",
                        "Check some rows: do the attributes belong to the shapes?"));
    }

    static Issue dimensionsDropped() {
        return file(
                "Z_M_DROPPED",
                Severity.INFO,
                "Tệp có độ cao (Z) hoặc số đo (M); chỉ đọc X và Y.",
                "The file has heights (Z) or measures (M); only x and y are read.",
                NOTHING_TO_DO);
    }

    static Issue prjNotWkt(String name, String start) {
        return file(
                "PRJ_NOT_WKT",
                Severity.WARNING,
                "Tệp " + name + " không phải mô tả hệ tọa độ (WKT); nó bắt đầu bằng “" + start + "”.",
                name + " does not describe a coordinate system (WKT); it starts with “" + start + "”.",
                new LocalizedText(
                        "Cho biết hệ tọa độ bằng --crs, ví dụ --crs EPSG:9209.",
                        "Name the coordinate system with --crs, for example --crs EPSG:9209."));
    }

    static Issue crsNotUnderstood(String what) {
        return file(
                "CRS_NOT_UNDERSTOOD",
                Severity.WARNING,
                "Không hiểu hệ tọa độ khai trong tệp: “" + what + "”.",
                "The coordinate system named in the file is not understood: “" + what + "”.",
                new LocalizedText(
                        "Cho biết hệ tọa độ bằng --crs, ví dụ --crs EPSG:9209.",
                        "Name the coordinate system with --crs, for example --crs EPSG:9209."));
    }

    static Issue unfinishedChanges(String log) {
        return file(
                "GPKG_UNFINISHED",
                Severity.WARNING,
                "Bên cạnh GeoPackage còn tệp " + log + ": những thay đổi trong đó chưa được đọc.",
                "Beside the GeoPackage is " + log + ", with changes that were not read.",
                new LocalizedText(
                        "Đóng phần mềm đang mở tệp rồi nhập lại.",
                        "Close the program that has the file open and import again."));
    }
}
