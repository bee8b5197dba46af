package vn.ruralmap.dataimport.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.Spheroid;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding of this stage, with its texts and its place in the coordinates of the source. */
final class InspectIssues {

    private static final LocalizedText BORDER = new LocalizedText(
            "Sửa ranh giới chung trong QGIS (công cụ chỉnh sửa tô pô) rồi nhập lại.",
            "Mend the shared border in QGIS (topological editing) and import again.");
    private static final int NAMED = 4;

    private final Layer layer;
    private final CoordinateSystem system;
    private final Severity overlaps;

    InspectIssues(Layer layer, CoordinateSystem system, Severity overlaps) {
        this.layer = layer;
        this.system = system;
        this.overlaps = overlaps;
    }

    /** What of a feature lies outside. @param share of its area; null: it has none. @param farthest point outside */
    record Beyond(@Nullable Double share, double metres, Coordinate farthest) {}

    Issue overlap(Placed one, Placed other, Geometry common, double squareMetres, double share) {
        Coordinate at = largest(common).getInteriorPoint().getCoordinate();
        LocalizedText first = one.describe(layer);
        LocalizedText second = other.describe(layer);
        String size = metres(squareMetres) + " m²";
        boolean whole = share > 0.999;
        String vi = whole ? ", trùm trọn đơn vị nhỏ hơn" : ", " + percent(share) + " của đơn vị nhỏ hơn";
        String en = whole ? ", all of the smaller one" : ", " + percent(share) + " of the smaller one";
        return new Issue(
                "OVERLAP",
                overlaps,
                one.row(),
                null,
                place(at),
                new LocalizedText(
                        first.vi() + " chồng lên " + second.vi() + ": " + size + vi
                                + where(at).vi() + ".",
                        first.en() + " overlaps " + second.en() + ": " + size + en
                                + where(at).en() + "."),
                BORDER);
    }

    Issue openGapsNotSought(int edges, int most) {
        return new Issue(
                "GAP_NOT_SOUGHT",
                Severity.INFO,
                0,
                null,
                null,
                new LocalizedText(
                        "Đường rìa của vùng phủ có " + edges + " cạnh, hơn " + most
                                + "; không tìm khe hở chạy ra đến rìa.",
                        "The rim of the coverage has " + edges + " edges, more than " + most
                                + "; gaps that run out to it were not sought."),
                new LocalizedText(
                        "Đơn giản hóa ranh giới hoặc nhập từng phần nếu cần kiểm tra.",
                        "Simplify the borders or import by parts if this is to be checked."));
    }

    Issue slightly(int count) {
        return new Issue(
                "BORDERS_DIFFER_SLIGHTLY",
                Severity.INFO,
                0,
                null,
                null,
                new LocalizedText(
                        count + " cặp đơn vị chồng nhau dưới 1 m².",
                        count + " pairs of units overlap by less than 1 m²."),
                new LocalizedText("Không cần làm gì.", "There is nothing to do."));
    }

    Issue gap(List<Placed> around, Geometry hole, double squareMetres) {
        Coordinate at = hole.getInteriorPoint().getCoordinate();
        String vi = around.stream()
                .limit(NAMED)
                .map(unit -> unit.describe(layer).vi())
                .collect(Collectors.joining(", "));
        String en = around.stream()
                .limit(NAMED)
                .map(unit -> unit.describe(layer).en())
                .collect(Collectors.joining(", "));
        return new Issue(
                "GAP",
                Severity.WARNING,
                around.get(0).row(),
                null,
                place(at),
                new LocalizedText(
                        "Khe hở " + metres(squareMetres) + " m² giữa " + vi
                                + where(at).vi() + ".",
                        "A gap of " + metres(squareMetres) + " m² between " + en
                                + where(at).en() + "."),
                BORDER);
    }

    Issue openGap(OpenGaps.OpenGap gap) {
        List<Placed> units = gap.units().stream()
                .sorted(Comparator.comparingLong(Placed::row).reversed())
                .toList();
        LocalizedText first = units.get(0).describe(layer);
        LocalizedText second = units.get(1).describe(layer);
        Coordinate at = gap.land().getInteriorPoint().getCoordinate();
        String wide = metres(gap.width() * Spheroid.METRES_PER_DEGREE);
        String length = metres(Spheroid.perimeter(gap.land()) / 2);
        return new Issue(
                "GAP_OPEN",
                Severity.WARNING,
                units.get(0).row(),
                null,
                place(at),
                new LocalizedText(
                        "Khe hở chạy ra rìa, dài " + length + " m, rộng nhất " + wide + " m, giữa " + first.vi()
                                + " và " + second.vi() + where(at).vi() + ".",
                        "A gap that runs out to the rim, " + length + " m long and at most " + wide
                                + " m wide, between " + first.en() + " and " + second.en()
                                + where(at).en() + "."),
                BORDER);
    }

    Issue outside(Placed placed, String named, String code, Beyond beyond, @Nullable String actual) {
        LocalizedText who = placed.describe(layer);
        LocalizedText change = OfficialUnits.read()
                .findChange(code)
                .map(text -> new LocalizedText("; " + text.vi(), "; " + text.en()))
                .orElse(LocalizedText.same(""));
        String share = beyond.share() == null ? "" : percent(beyond.share()) + " ";
        String distance = metres(beyond.metres()) + " m";
        return new Issue(
                "OUTSIDE_NAMED_UNIT",
                Severity.WARNING,
                placed.row(),
                null,
                place(beyond.farthest()),
                new LocalizedText(
                        who.vi() + " nằm ngoài " + named + ": " + share + (share.isEmpty() ? "" : "diện tích, ")
                                + "xa nhất " + distance
                                + (actual == null ? "" : ", phần giữa nằm trong " + actual) + change.vi() + ".",
                        who.en() + " lies outside " + named + ": " + share + (share.isEmpty() ? "" : "of its area, ")
                                + "at most " + distance + " away"
                                + (actual == null ? "" : ", its middle is in " + actual) + change.en() + "."),
                new LocalizedText(
                        "Kiểm tra mã xã và ngày hiệu lực, rồi đến hình học.",
                        "Check the unit and its date, then the geometry."));
    }

    Issue area(Placed placed, String attribute, double declared, double measured) {
        LocalizedText who = placed.describe(layer);
        double ratio = declared / measured;
        LocalizedText unit = isNear(ratio, 10_000)
                ? new LocalizedText(" Có vẻ ghi bằng m².", " It seems to be in m².")
                : isNear(ratio, 0.01)
                        ? new LocalizedText(" Có vẻ ghi bằng km².", " It seems to be in km².")
                        : LocalizedText.same("");
        String numbers =
                String.format(Locale.ROOT, "%.2f ha / %.2f ha (%+.1f %%)", declared, measured, (ratio - 1) * 100);
        return new Issue(
                "AREA_DIFFERS",
                Severity.WARNING,
                placed.row(),
                attribute,
                place(placed.land().getInteriorPoint().getCoordinate()),
                new LocalizedText(
                        who.vi() + ": diện tích khai báo / đo trên bản đồ " + numbers + "." + unit.vi(),
                        who.en() + ": declared / measured area " + numbers + "." + unit.en()),
                new LocalizedText(
                        "Kiểm tra diện tích khai báo, đơn vị đo và ranh giới.",
                        "Check the declared area, its unit and the border."));
    }

    Issue alike(Placed placed, Placed other, String attribute, String code, String otherCode) {
        LocalizedText second = other.describe(layer);
        return new Issue(
                "CODES_LOOK_ALIKE",
                Severity.WARNING,
                placed.row(),
                attribute,
                null,
                new LocalizedText(
                        "Mã '" + code + "' (dòng " + placed.row() + ") dễ nhầm với '" + otherCode + "' của "
                                + second.vi() + ".",
                        "The code '" + code + "' (row " + placed.row() + ") is easily taken for '" + otherCode + "' of "
                                + second.en() + "."),
                new LocalizedText(
                        "Kiểm tra xem có phải cùng một mã bị gõ khác nhau không.",
                        "Check whether it is the same code typed in two ways."));
    }

    private static boolean isNear(double ratio, double factor) {
        return Math.abs(ratio / factor - 1) <= AreaCheck.TOLERANCE;
    }

    private static Geometry largest(Geometry geometry) {
        Geometry largest = geometry.getGeometryN(0);
        for (int i = 1; i < geometry.getNumGeometries(); i++) {
            Geometry next = geometry.getGeometryN(i);
            largest = next.getArea() > largest.getArea() ? next : largest;
        }
        return largest;
    }

    private Coordinate place(Coordinate lonLat) {
        double[] point = {lonLat.x, lonLat.y};
        system.fromLonLat(point, 0, point, 0, 1);
        return new Coordinate(point[0], point[1]);
    }

    private static LocalizedText where(Coordinate at) {
        String text = String.format(Locale.ROOT, "%.6f %.6f", at.x, at.y);
        return new LocalizedText(", tại kinh độ, vĩ độ " + text, ", at longitude, latitude " + text);
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    private static String percent(double share) {
        return share < 0.0001
                ? "< 0.01 %"
                : String.format(Locale.ROOT, share < 0.01 ? "%.2f %%" : "%.1f %%", share * 100);
    }
}
