package vn.ruralmap.dataimport.check;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding about fields and values, with its texts. */
final class CheckIssues {

    private static final int CODES_SHOWN = 5;

    private static final LocalizedText NOTHING = new LocalizedText("Không cần làm gì.", "There is nothing to do.");
    private static final LocalizedText LOOK = new LocalizedText(
            "Kiểm tra giá trị; nếu sai thì sửa trong tệp gốc và nhập lại.",
            "Check the value; if it is wrong, mend the source and import again.");
    private static final LocalizedText MEND =
            new LocalizedText("Sửa trong tệp gốc và nhập lại.", "Mend the source and import again.");

    private CheckIssues() {}

    private static Issue of(
            String code, Severity severity, long row, @Nullable String field, String vi, String en, LocalizedText fix) {
        return new Issue(code, severity, row, field, null, new LocalizedText(vi, en), fix);
    }

    static Issue fieldIgnored(String field) {
        return of(
                "FIELD_IGNORED",
                Severity.INFO,
                0,
                field,
                "Trường '" + field + "' không ứng với thuộc tính nào của lớp nên không được nhập.",
                "The field '" + field + "' is no attribute of the layer and was not imported.",
                new LocalizedText(
                        "Nếu cần thì thêm --map '" + field + "=thuộc_tính'.",
                        "If it is needed, add --map '" + field + "=attribute'."));
    }

    static Issue fieldAmbiguous(String target, Collection<String> fields) {
        return of(
                "FIELD_AMBIGUOUS",
                Severity.WARNING,
                0,
                target,
                "Nhiều trường giống thuộc tính '" + target + "': " + String.join(", ", fields)
                        + "; đã dùng trường đầu tiên.",
                "Several fields look like the attribute '" + target + "': " + String.join(", ", fields)
                        + "; the first one was used.",
                new LocalizedText("Chọn bằng --map TRƯỜNG=" + target + ".", "Choose with --map FIELD=" + target + "."));
    }

    static Issue requiredFieldMissing(Attribute attribute, Collection<String> fields) {
        return of(
                "REQUIRED_FIELD_MISSING",
                Severity.ERROR,
                0,
                attribute.name(),
                "Tệp không có trường nào cho thuộc tính bắt buộc '" + attribute.name() + "' ("
                        + attribute.title().vi() + "). Các trường có trong tệp: " + String.join(", ", fields) + ".",
                "No field of the file is the required attribute '" + attribute.name() + "' ("
                        + attribute.title().en() + "). Fields of the file: " + String.join(", ", fields) + ".",
                new LocalizedText(
                        "Chỉ định bằng --map TRƯỜNG=" + attribute.name() + ".",
                        "Name it with --map FIELD=" + attribute.name() + "."));
    }

    static Issue textCleaned(long row, String field, String cleaned) {
        return of(
                "TEXT_CLEANED",
                Severity.INFO,
                row,
                field,
                "Đã bỏ khoảng trắng thừa hoặc chuẩn hóa Unicode (NFC): '" + cleaned + "'.",
                "Superfluous white space was dropped or Unicode made NFC: '" + cleaned + "'.",
                NOTHING);
    }

    static Issue numberAmbiguous(long row, String field, String text, Object number) {
        return of(
                "NUMBER_AMBIGUOUS",
                Severity.WARNING,
                row,
                field,
                "'" + text + "' có thể đọc theo hai cách; đã hiểu là " + number + ".",
                "'" + text + "' can be read in two ways; taken as " + number + ".",
                LOOK);
    }

    static Issue numberRounded(long row, String field, String text, Object number) {
        return of(
                "NUMBER_SHORTENED",
                Severity.WARNING,
                row,
                field,
                "'" + text + "' là dạng số mũ, có thể đã mất chữ số; đã hiểu là " + number + ".",
                "'" + text + "' has an exponent and may have lost digits; taken as " + number + ".",
                LOOK);
    }

    static Issue valueUnusable(long row, String field, Object value, Attribute attribute, LocalizedText expected) {
        return of(
                "VALUE_UNUSABLE",
                Severity.ERROR,
                row,
                field,
                "'" + value + "' không dùng được cho '" + attribute.name() + "': cần " + expected.vi() + ".",
                "'" + value + "' cannot be used for '" + attribute.name() + "': " + expected.en() + " is needed.",
                MEND);
    }

    static Issue codeUnknown(long row, String field, Object value, Attribute attribute) {
        String known =
                String.join(", ", attribute.codes().stream().map(e -> e.code()).toList());
        return of(
                "CODE_UNKNOWN",
                Severity.ERROR,
                row,
                field,
                "'" + value + "' không có trong danh mục của '" + attribute.name() + "': " + known + ".",
                "'" + value + "' is not in the code list of '" + attribute.name() + "': " + known + ".",
                MEND);
    }

    static Issue valueMissing(long row, @Nullable String field, Attribute attribute) {
        return of(
                "VALUE_MISSING",
                Severity.ERROR,
                row,
                field,
                "Thiếu giá trị bắt buộc '" + attribute.name() + "' ("
                        + attribute.title().vi() + ").",
                "The required value '" + attribute.name() + "' ("
                        + attribute.title().en() + ") is missing.",
                MEND);
    }

    static Issue zerosRestored(long row, String field, String before, String after) {
        return of(
                "CODE_ZEROS_RESTORED",
                Severity.WARNING,
                row,
                field,
                "Mã '" + before + "' đã mất số 0 ở đầu; đã khôi phục thành '" + after + "'.",
                "The code '" + before + "' had lost its leading zeros; restored to '" + after + "'.",
                LOOK);
    }

    static Issue patternMismatch(long row, String field, String value, Attribute attribute) {
        return of(
                "PATTERN_MISMATCH",
                Severity.WARNING,
                row,
                field,
                "'" + value + "' không theo mẫu thường gặp của '" + attribute.name() + "' (" + attribute.pattern()
                        + ").",
                "'" + value + "' is not of the usual form of '" + attribute.name() + "' (" + attribute.pattern() + ").",
                LOOK);
    }

    static Issue codeUnderstood(long row, String field, String text, String code) {
        return of(
                "CODE_UNDERSTOOD_AS",
                Severity.WARNING,
                row,
                field,
                "'" + text + "' không có trong danh mục; đã hiểu là '" + code + "'.",
                "'" + text + "' is not in the code list; understood as '" + code + "'.",
                LOOK);
    }

    static Issue codeLookAlike(long row, String field, String text, String code) {
        return of(
                "CODE_LOOK_ALIKE",
                Severity.WARNING,
                row,
                field,
                "Mã '" + text
                        + "' có ký tự nhìn giống nhưng khác loại (chữ O/0, I/1, chữ Nga, gạch nối lạ, chữ thường); đã"
                        + " hiểu là '" + code + "'.",
                "The code '" + text + "' has characters that only look right (O/0, I/1, Cyrillic, odd hyphens, lower"
                        + " case); understood as '" + code + "'.",
                LOOK);
    }

    static Issue dateGuessed(long row, String field, String text, LocalDate date) {
        return of(
                "DATE_UNDERSTOOD_AS",
                Severity.WARNING,
                row,
                field,
                "'" + text + "' không ghi đủ năm hoặc là số ngày của bảng tính; đã hiểu là " + date + ".",
                "'" + text + "' lacks the century or is the day number of a spreadsheet; understood as " + date + ".",
                LOOK);
    }

    static Issue nameExpanded(long row, @Nullable String field, String before, String after) {
        return of(
                "NAME_EXPANDED",
                Severity.INFO,
                row,
                field,
                "'" + before + "' được viết đầy đủ thành '" + after + "'.",
                "'" + before + "' was written out as '" + after + "'.",
                NOTHING);
    }

    static Issue kindContradictsName(long row, String name, String inName, String said) {
        return of(
                "KIND_CONTRADICTS_NAME",
                Severity.WARNING,
                row,
                "kind",
                "Tên '" + name + "' nói là '" + inName + "' nhưng loại là '" + said + "'; giữ cả hai như trong tệp.",
                "The name '" + name + "' says '" + inName + "' but the kind is '" + said + "'; both were kept.",
                LOOK);
    }

    static Issue codeMeansAnother(
            long row,
            @Nullable String field,
            String called,
            LocalDate date,
            OfficialUnits.Unit unit,
            boolean otherTime,
            List<OfficialUnits.Unit> before,
            List<OfficialUnits.Unit> after) {
        boolean old = date.isBefore(OfficialUnits.REFORM);
        String vi = "Vào ngày " + date + ", mã " + unit.code() + " là " + unit.name() + ", không phải '" + called + "'";
        String en = "On " + date + " the code " + unit.code() + " is " + unit.name() + ", not '" + called + "'";
        String vi2 = (before.isEmpty() ? "" : "; trước 1/7/2025 '" + called + "' có mã " + codes(before))
                + (after.isEmpty() ? "" : "; từ 1/7/2025 '" + called + "' có mã " + codes(after));
        String en2 = (before.isEmpty() ? "" : "; before 1 July 2025 '" + called + "' had the code " + codes(before))
                + (after.isEmpty() ? "" : "; since 1 July 2025 '" + called + "' has the code " + codes(after));
        LocalizedText fix = !otherTime
                ? LOOK
                : new LocalizedText(
                        "Tệp có vẻ là của thời kỳ " + (old ? "từ 1/7/2025" : "trước 1/7/2025")
                                + "; kiểm tra --valid-from.",
                        "The file seems to be of the time " + (old ? "since 1 July 2025" : "before 1 July 2025")
                                + "; check --valid-from.");
        return of("CODE_MEANS_ANOTHER_UNIT", Severity.WARNING, row, field, vi + vi2 + ".", en + en2 + ".", fix);
    }

    static Issue codeNotInForce(
            long row,
            @Nullable String field,
            String called,
            LocalDate date,
            OfficialUnits.Unit old,
            List<OfficialUnits.Unit> after) {
        String vi =
                "Vào ngày " + date + " không đơn vị nào có mã " + old.code() + "; đến 30/6/2025 đó là " + old.name();
        String en = "On " + date + " no unit has the code " + old.code() + "; until 30 June 2025 it was " + old.name();
        return of(
                "CODE_NOT_IN_FORCE",
                Severity.WARNING,
                row,
                field,
                vi + (after.isEmpty() ? "" : "; từ 1/7/2025 '" + called + "' có mã " + codes(after)) + ".",
                en + (after.isEmpty() ? "" : "; since 1 July 2025 '" + called + "' has the code " + codes(after)) + ".",
                new LocalizedText(
                        "Nếu tệp là của thời kỳ trước 1/7/2025, cho biết bằng --valid-from và --valid-to; nếu không, sửa mã.",
                        "If the file is of the time before 1 July 2025, say so by --valid-from and --valid-to; else mend"
                                + " the code."));
    }

    /** A few are enough for a person to look. */
    private static String codes(List<OfficialUnits.Unit> units) {
        String few =
                units.stream().limit(CODES_SHOWN).map(OfficialUnits.Unit::code).collect(Collectors.joining(", "));
        return units.size() > CODES_SHOWN ? few + ", …" : few;
    }

    static Issue kindFromName(long row, String kind, String name) {
        return of(
                "KIND_FROM_NAME",
                Severity.INFO,
                row,
                "kind",
                "Loại '" + kind + "' lấy từ tên '" + name + "'.",
                "The kind '" + kind + "' was taken from the name '" + name + "'.",
                NOTHING);
    }

    static Issue referenceUnknown(
            long row, String field, String value, LocalizedText target, LocalDate date, LocalizedText hint) {
        return of(
                "REFERENCE_UNKNOWN",
                Severity.ERROR,
                row,
                field,
                "Không có '" + value + "' trong lớp " + target.vi() + " vào ngày " + date + hint.vi() + ".",
                "There is no '" + value + "' on the layer " + target.en() + " on " + date + hint.en() + ".",
                new LocalizedText(
                        "Nhập lớp được tham chiếu trước, hoặc dùng mã đúng với ngày hiệu lực (--valid-from).",
                        "Import the layer referred to first, or use the code of that date (--valid-from)."));
    }

    static Issue referenceAmbiguous(long row, String field, String value, LocalizedText target, LocalDate date) {
        return of(
                "REFERENCE_AMBIGUOUS",
                Severity.ERROR,
                row,
                field,
                "Có nhiều '" + value + "' trong lớp " + target.vi() + " vào ngày " + date + ".",
                "There are several '" + value + "' on the layer " + target.en() + " on " + date + ".",
                new LocalizedText("Dùng mã thay cho tên.", "Use the code in place of the name."));
    }

    static Issue periodEmpty(long row, LocalDate from, LocalDate to) {
        return of(
                "VALIDITY_EMPTY",
                Severity.ERROR,
                row,
                "valid_to",
                "Ngày hết hiệu lực " + to + " không sau ngày bắt đầu " + from + ".",
                "The validity ends on " + to + ", not after its start on " + from + ".",
                MEND);
    }

    static Issue dateOverridden(long row, String field, LocalDate inFile, LocalDate used) {
        return of(
                "DATE_OVERRIDDEN",
                Severity.INFO,
                row,
                field,
                "Tệp ghi " + inFile + "; đã dùng ngày do người nhập chọn " + used + ".",
                "The file says " + inFile + "; the date given for the import, " + used + ", was used.",
                NOTHING);
    }
}
