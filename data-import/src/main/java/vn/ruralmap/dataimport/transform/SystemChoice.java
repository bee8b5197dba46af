package vn.ruralmap.dataimport.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.DeclaredSystem;
import vn.ruralmap.layers.crs.DeclaredSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The coordinate system of a source and why it is that one.
 *
 * @param system null: none can be used, and the issues say why
 * @param reason for people
 * @param issues an ERROR among them stops the import
 */
public record SystemChoice(@Nullable DeclaredSystem system, LocalizedText reason, List<Issue> issues) {

    public SystemChoice {
        issues = List.copyOf(issues);
    }

    /**
     * Decides.
     *
     * @param asked the code a person gave; null: none
     * @param declared what the file says; null: nothing
     * @param declaredIsWkt true if {@code declared} is WKT, false if it is a code
     * @param sample some coordinates of the source
     * @throws UnknownSystemException if {@code asked} is no coordinate system
     */
    public static SystemChoice of(
            @Nullable String asked, @Nullable String declared, boolean declaredIsWkt, List<Coordinate> sample)
            throws UnknownSystemException {
        if (asked != null) {
            return checked(
                    DeclaredSystems.fromCode(asked),
                    new LocalizedText("do người nhập chỉ định (" + asked + ")", "asked for (" + asked + ")"),
                    sample);
        }
        if (declared != null) {
            try {
                DeclaredSystem system =
                        declaredIsWkt ? DeclaredSystems.fromWkt(declared) : DeclaredSystems.fromCode(declared);
                return checked(system, new LocalizedText("khai trong tệp", "declared by the file"), sample);
            } catch (UnknownSystemException e) {
                return refused("CRS_UNKNOWN", e.text());
            }
        }
        return guessed(sample);
    }

    private static SystemChoice guessed(List<Coordinate> sample) {
        long degrees = sample.stream().filter(Vietnam::looksLikeDegrees).count();
        if (sample.isEmpty() || degrees * 2 <= sample.size()) {
            String at = sample.isEmpty() ? "" : " (" + number(sample.get(0).x) + "; " + number(sample.get(0).y) + ")";
            return refused(
                    "CRS_MISSING",
                    new LocalizedText(
                            "Tệp không cho biết hệ tọa độ và tọa độ" + at + " không phải kinh vĩ độ ở Việt Nam.",
                            "The file names no coordinate system (no .prj) and its coordinates" + at
                                    + " are no degrees in Vietnam."));
        }
        LocalizedText why = new LocalizedText(
                "tệp không cho biết; số đo giống kinh vĩ độ WGS84 ở Việt Nam",
                "the file does not say; the numbers look like WGS84 degrees in Vietnam");
        SystemChoice choice =
                checked(new DeclaredSystem(CoordinateSystems.CRS84, "none (WGS 84)", List.of(why)), why, sample);
        return choice;
    }

    private static SystemChoice refused(String code, LocalizedText message) {
        Issue issue = new Issue(
                code,
                Severity.ERROR,
                0,
                null,
                null,
                message,
                new LocalizedText(
                        "Cho biết bằng --crs, ví dụ --crs EPSG:9209. Kinh tuyến trục VN-2000 của các tỉnh (cũ):\n"
                                + Vietnam.listAxes(),
                        "Pass --crs, for example --crs EPSG:9209. VN-2000 axes of the (former) provinces:\n"
                                + Vietnam.listAxes()));
        return new SystemChoice(null, message, List.of(issue));
    }

    private static SystemChoice checked(DeclaredSystem declared, LocalizedText reason, List<Coordinate> sample) {
        List<Issue> issues = new ArrayList<>();
        for (LocalizedText warning : declared.warnings()) {
            issues.add(new Issue(
                    "CRS_DOUBTFUL",
                    Severity.WARNING,
                    0,
                    null,
                    null,
                    warning,
                    new LocalizedText(
                            "So vị trí trên bản đồ; nếu lệch thì chỉ định bằng --crs.",
                            "Compare the place on the map; if it is off, pass --crs.")));
        }
        CoordinateSystem system = declared.system();
        long outside = sample.stream()
                .filter(at -> !Vietnam.contains(lonLat(system, at.x, at.y)))
                .count();
        if (outside * 2 > sample.size()) {
            issues.add(outside(system, sample));
        }
        return new SystemChoice(declared, reason, issues);
    }

    private static Issue outside(CoordinateSystem system, List<Coordinate> sample) {
        Coordinate first = sample.stream()
                .filter(at -> !Vietnam.contains(lonLat(system, at.x, at.y)))
                .findFirst()
                .orElseThrow();
        Coordinate at = lonLat(system, first.x, first.y);
        LocalizedText remedy;
        if (Vietnam.contains(lonLat(system, first.y, first.x))) {
            remedy = new LocalizedText(
                    "X và Y bị đổi chỗ (bảng tọa độ Việt Nam ghi X là hướng bắc): đổi lại trong tệp gốc.",
                    "X and Y are swapped (Vietnamese tables print X as northing): swap them at the source.");
        } else if (looksLikeMetres(first)) {
            remedy = new LocalizedText(
                    "Số đo giống mét VN-2000: chỉ định đúng kinh tuyến trục bằng --crs. Kinh tuyến trục của các tỉnh"
                            + " (cũ):\n" + Vietnam.listAxes(),
                    "The numbers look like metres of VN-2000: pass the right axis with --crs. Axes of the (former)"
                            + " provinces:\n" + Vietnam.listAxes());
        } else {
            remedy = new LocalizedText(
                    "Kiểm tra hệ tọa độ và thứ tự X, Y; chỉ định bằng --crs.",
                    "Check the coordinate system and the order of X and Y; pass --crs.");
        }
        return new Issue(
                "OUTSIDE_VIETNAM",
                Severity.ERROR,
                0,
                null,
                first,
                new LocalizedText(
                        "Theo hệ " + system.code() + ", phần lớn dữ liệu nằm ngoài Việt Nam: kinh độ " + number(at.x)
                                + ", vĩ độ " + number(at.y) + ".",
                        "Taken as " + system.code() + ", most of the data fall outside Vietnam: longitude "
                                + number(at.x) + ", latitude " + number(at.y) + "."),
                remedy);
    }

    /** Eastings of 0 to 1,000 km and northings of Vietnam's latitudes, in either order. */
    private static boolean looksLikeMetres(Coordinate at) {
        double small = Math.min(at.x, at.y);
        double large = Math.max(at.x, at.y);
        return small > 10_000 && small < 1_000_000 && large > 550_000 && large < 2_700_000;
    }

    private static Coordinate lonLat(CoordinateSystem system, double x, double y) {
        double[] point = {x, y};
        system.toLonLat(point, 0, point, 0, 1);
        return new Coordinate(point[0], point[1]);
    }

    private static String number(double value) {
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%.5f", value);
    }
}
