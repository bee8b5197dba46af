package vn.ruralmap.layers.model;

import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Why a geometry is invalid (OGC 06-103r4 §6.1.11); the names are codes of issues. */
public enum ShapeFault {
    SELF_INTERSECTION("các đường bao cắt nhau", "rings cross"),
    RING_SELF_INTERSECTION("một đường bao tự cắt hoặc tự chạm", "a ring crosses or touches itself"),
    HOLE_OUTSIDE_SHELL("lỗ nằm ngoài vùng", "a hole lies outside its polygon"),
    NESTED_HOLES("lỗ nằm trong lỗ khác", "a hole lies within another one"),
    NESTED_SHELLS("một phần nằm trong phần khác", "a part lies within another one"),
    DISCONNECTED_INTERIOR("các lỗ cắt rời phần trong của vùng", "holes cut the interior into pieces"),
    DUPLICATE_RINGS("hai đường bao trùng nhau", "two rings are the same"),
    TOO_FEW_POINTS("đường bao có quá ít điểm khác nhau", "a ring has too few distinct points"),
    GEOMETRY_INVALID("hình học không hợp lệ", "the geometry is invalid");

    private final LocalizedText text;

    ShapeFault(String vi, String en) {
        this.text = new LocalizedText(vi, en);
    }

    public static ShapeFault of(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION -> SELF_INTERSECTION;
            case TopologyValidationError.RING_SELF_INTERSECTION -> RING_SELF_INTERSECTION;
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> HOLE_OUTSIDE_SHELL;
            case TopologyValidationError.NESTED_HOLES -> NESTED_HOLES;
            case TopologyValidationError.NESTED_SHELLS -> NESTED_SHELLS;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> DISCONNECTED_INTERIOR;
            case TopologyValidationError.DUPLICATE_RINGS -> DUPLICATE_RINGS;
            case TopologyValidationError.TOO_FEW_POINTS -> TOO_FEW_POINTS;
            default -> GEOMETRY_INVALID;
        };
    }

    /** For people, as a part of a sentence. */
    public LocalizedText text() {
        return text;
    }
}
