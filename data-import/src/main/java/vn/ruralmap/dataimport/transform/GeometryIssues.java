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

    static Issue mixed(long row) {
        return error(
                "GEOMETRY_MIXED",
                row,
                null,
                "Một đối tượng gồm lẫn điểm, đường hoặc vùng.",
                "One feature mixes points, lines or polygons.");
    }

    static Issue wrongKind(long row, GeometryKind kind, Set<GeometryKind> wanted) {
        return error(
                "GEOMETRY_KIND",
                row,
                null,
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

    static String code(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION -> "SELF_INTERSECTION";
            case TopologyValidationError.RING_SELF_INTERSECTION -> "RING_SELF_INTERSECTION";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "HOLE_OUTSIDE_SHELL";
            case TopologyValidationError.NESTED_HOLES -> "NESTED_HOLES";
            case TopologyValidationError.NESTED_SHELLS -> "NESTED_SHELLS";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "DISCONNECTED_INTERIOR";
            case TopologyValidationError.DUPLICATE_RINGS -> "DUPLICATE_RINGS";
            case TopologyValidationError.TOO_FEW_POINTS -> "TOO_FEW_POINTS";
            default -> "GEOMETRY_INVALID";
        };
    }

    private static LocalizedText invalid(TopologyValidationError error, Coordinate lonLat) {
        return new LocalizedText(
                "Hình học không hợp lệ (" + error.getMessage() + ") tại kinh độ, vĩ độ " + text(lonLat) + ".",
                "The geometry is not valid (" + error.getMessage() + ") at longitude, latitude " + text(lonLat) + ".");
    }

    static Issue notRepaired(long row, TopologyValidationError error, Coordinate lonLat, Coordinate place) {
        return new Issue(code(error), Severity.ERROR, row, null, place, invalid(error, lonLat), MEND);
    }

    static Issue repaired(long row, TopologyValidationError error, Coordinate lonLat, Coordinate place, Repair repair) {
        return new Issue(code(error), Severity.WARNING, row, null, place, invalid(error, lonLat), repair.note());
    }

    /** Metres with a decimetre, degrees with a millimetre. */
    static String text(Coordinate at) {
        int digits = Math.abs(at.x) > 400 || Math.abs(at.y) > 400 ? 1 : 8;
        return String.format(Locale.ROOT, "%." + digits + "f %." + digits + "f", at.x, at.y);
    }
}
