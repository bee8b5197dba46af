package vn.ruralmap.dataimport.placing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Basis;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding about the coordinate system, with its texts. */
final class PlacingIssues {

    private static final int OPTIONS_SHOWN = 4;

    private PlacingIssues() {}

    static LocalizedText asked(String code) {
        return new LocalizedText("do người nhập chỉ định (" + code + ")", "asked for (" + code + ")");
    }

    static LocalizedText declaredByFile() {
        return new LocalizedText("khai trong tệp", "declared by the file");
    }

    static LocalizedText byPlaceReason() {
        return new LocalizedText("theo vị trí của đối tượng", "by where the features fall");
    }

    static LocalizedText takenAsDegrees() {
        return new LocalizedText(
                "tệp không cho biết; số đo giống kinh vĩ độ WGS84 ở Việt Nam",
                "the file does not say; the numbers look like WGS84 degrees in Vietnam");
    }

    static Issue doubtful(LocalizedText warning) {
        return issue(
                "CRS_DOUBTFUL",
                Severity.WARNING,
                null,
                warning,
                new LocalizedText(
                        "So vị trí trên bản đồ; nếu lệch thì chỉ định bằng --crs.",
                        "Compare the place on the map; if it is off, pass --crs."));
    }

    static Issue byPlace(Fit fit) {
        return issue(
                "CRS_BY_PLACE",
                Severity.WARNING,
                null,
                new LocalizedText(
                        "Hệ tọa độ được suy ra từ vị trí: " + fit.candidate().option() + " đặt " + percent(fit)
                                + " đối tượng vào đúng chỗ.",
                        "The coordinate system was concluded from the place: "
                                + fit.candidate().option() + " puts " + percent(fit)
                                + " of the features where they belong."),
                new LocalizedText(
                        "So trên bản đồ; nếu sai thì hoàn tác và chỉ định bằng --crs.",
                        "Compare on the map; if it is wrong, roll back and pass --crs."));
    }

    /** @param better what fits, one or several that place alone does not tell apart */
    static Issue displaced(Fit declared, List<Fit> better) {
        String options = options(better);
        return issue(
                "CRS_DISPLACED",
                Severity.ERROR,
                null,
                new LocalizedText(
                        "Theo " + declared.candidate().option() + ", " + where(declared, true)
                                + " đơn vị mà dòng nêu tên; theo " + options + " thì " + percent(better.get(0))
                                + " nằm trong.",
                        "Taken as " + declared.candidate().option() + ", the features lie "
                                + where(declared, false) + " the units they name; as " + options + " "
                                + percent(better.get(0)) + " lie inside."),
                tell(options));
    }

    /** @param asked true if a person named the system, who may know better than the map */
    static Issue outlinesOff(Fit declared, Fit better, boolean asked) {
        String option = better.candidate().option();
        String off = String.format(Locale.ROOT, "%.0f m", declared.outlineMetres());
        String near = String.format(Locale.ROOT, "%.0f m", better.outlineMetres());
        return issue(
                "CRS_OUTLINES_OFF",
                asked ? Severity.WARNING : Severity.ERROR,
                null,
                new LocalizedText(
                        "Theo " + declared.candidate().option() + ", ranh giới lệch " + off
                                + " so với ranh giới đã lưu; theo " + option + " chỉ lệch " + near + ".",
                        "Taken as " + declared.candidate().option() + ", outlines are " + off + " off those stored; as "
                                + option + " only " + near + "."),
                tell(option));
    }

    private static String where(Fit fit, boolean vi) {
        Double metres = Fit.rounded(fit.medianMetres());
        if (metres == null) {
            return vi ? "đối tượng nằm ngoài Việt Nam, xa" : "outside Vietnam, far from";
        }
        String kilometres = String.format(Locale.ROOT, "%.1f km", metres / 1000);
        return vi ? "đối tượng cách " + kilometres + " so với" : kilometres + " from";
    }

    static Issue farFromNamed(Fit declared) {
        return issue(
                "CRS_FAR_FROM_NAMED",
                Severity.WARNING,
                null,
                new LocalizedText(
                        "Theo " + declared.candidate().option() + ", " + where(declared, true)
                                + " đơn vị mà dòng nêu tên; không hệ tọa độ nào khác khớp rõ hơn.",
                        "Taken as " + declared.candidate().option() + ", the features lie "
                                + where(declared, false)
                                + " the units they name; no other coordinate system fits clearly better."),
                new LocalizedText(
                        "Kiểm tra mã, tên đơn vị và ngày hiệu lực (--valid-from), rồi hệ tọa độ.",
                        "Check codes, names and the date (--valid-from), then the coordinate system."));
    }

    static Issue outside(Fit declared, Optional<Fit> better) {
        PlaceEvidence.@Nullable Example at = declared.example();
        String place = at == null ? "?" : String.format(Locale.ROOT, "%.5f %.5f", at.longitude(), at.latitude());
        LocalizedText remedy = better.map(
                        fit -> fit.candidate().swapped() != declared.candidate().swapped()
                                ? join(
                                        new LocalizedText(
                                                "X và Y bị đổi chỗ (bảng tọa độ Việt Nam ghi X là hướng bắc).",
                                                "X and Y are swapped (Vietnamese tables print X as northing)."),
                                        tell(fit.candidate().option()))
                                : tell(fit.candidate().option()))
                .orElseGet(() -> new LocalizedText(
                        "Kiểm tra hệ tọa độ và thứ tự X, Y; chỉ định bằng --crs. Kinh tuyến trục của các tỉnh (cũ):\n"
                                + ProvinceAxes.list(),
                        "Check the coordinate system and the order of X and Y; pass --crs. Axes of the (former)"
                                + " provinces:\n" + ProvinceAxes.list()));
        return issue(
                "OUTSIDE_VIETNAM",
                Severity.ERROR,
                null,
                new LocalizedText(
                        "Theo " + declared.candidate().option()
                                + ", phần lớn dữ liệu nằm ngoài Việt Nam hoặc ngoài biển xa: kinh độ, vĩ độ " + place
                                + ".",
                        "Taken as " + declared.candidate().option()
                                + ", most of the data fall outside Vietnam or far out at sea: longitude, latitude "
                                + place + "."),
                remedy);
    }

    /** @param basis the weaker it is, the more a person needs to know */
    static Issue missing(List<Fit> fits, Basis basis, Set<String> usualSystems) {
        String options = options(fits);
        String vi = fits.isEmpty()
                ? "Không cách hiểu quen thuộc nào đặt dữ liệu vào Việt Nam."
                : "Có thể là: " + options + ".";
        String en = fits.isEmpty()
                ? "No usual way of reading them puts the data into Vietnam."
                : "It could be: " + options + ".";
        return issue(
                "CRS_MISSING",
                Severity.ERROR,
                null,
                new LocalizedText(
                        "Tệp không cho biết hệ tọa độ (thiếu .prj), và vị trí chưa đủ để suy ra chắc chắn. " + vi,
                        "The file names no coordinate system (no .prj), and its place does not tell for certain. "
                                + en),
                basis == Basis.NAMED_UNITS && !fits.isEmpty() ? choose() : join(inProvinces(usualSystems), axes()));
    }

    static Issue unknown(LocalizedText text) {
        return issue("CRS_UNKNOWN", Severity.ERROR, null, text, axes());
    }

    static Issue degreesOrDms(Coordinate example) {
        return issue(
                "CRS_DEGREES_OR_DMS",
                Severity.ERROR,
                example,
                new LocalizedText(
                        "Mọi số đo đều đọc được là độ-phút-giây viết liền (như 105.3042 = 105°30′42″), và cũng là độ thập"
                                + " phân; hai cách lệch nhau hàng chục km.",
                        "Every number could be degrees, minutes and seconds in one (105.3042 = 105°30′42″) and decimal"
                                + " degrees as well; they are tens of kilometres apart."),
                new LocalizedText(
                        "Độ-phút-giây: --crs EPSG:4326/dms. Độ thập phân: --crs EPSG:4326.",
                        "Degrees, minutes, seconds: --crs EPSG:4326/dms. Decimal degrees: --crs EPSG:4326."));
    }

    private static LocalizedText inProvinces(Set<String> systems) {
        String list = String.join(", ", systems);
        return systems.isEmpty()
                ? LocalizedText.same("")
                : new LocalizedText(
                        "Tỉnh nêu trong tệp thường dùng " + list + ".",
                        "The province named in the file usually has " + list + ".");
    }

    private static LocalizedText choose() {
        return new LocalizedText("Chọn một trong các cách trên và nhập lại.", "Pick one of these and import again.");
    }

    private static LocalizedText axes() {
        return new LocalizedText(
                "Chỉ định bằng --crs, ví dụ --crs EPSG:9209. Kinh tuyến trục VN-2000 của các tỉnh" + " (cũ):\n"
                        + ProvinceAxes.list(),
                "Pass --crs, for example --crs EPSG:9209. VN-2000 axes of the (former) provinces:\n"
                        + ProvinceAxes.list());
    }

    private static String options(List<Fit> fits) {
        return fits.stream()
                        .limit(OPTIONS_SHOWN)
                        .map(fit -> fit.candidate().option())
                        .collect(Collectors.joining("; "))
                + (fits.size() > OPTIONS_SHOWN ? "; …" : "");
    }

    private static LocalizedText tell(String option) {
        return new LocalizedText(
                "Nếu đúng, nhập lại với: " + option + ". Nếu chính các đơn vị đã lưu sai chỗ thì hoàn tác lần nhập đó.",
                "If that is right, import again with: " + option
                        + ". If it is the stored units that are misplaced, roll back their import.");
    }

    private static LocalizedText join(LocalizedText one, LocalizedText other) {
        return new LocalizedText((one.vi() + " " + other.vi()).strip(), (one.en() + " " + other.en()).strip());
    }

    private static String percent(Fit fit) {
        return String.format(Locale.ROOT, "%.0f %%", fit.inside() * 100);
    }

    private static Issue issue(
            String code, Severity severity, @Nullable Coordinate place, LocalizedText message, LocalizedText remedy) {
        return new Issue(code, severity, 0, null, place, message, remedy);
    }
}
