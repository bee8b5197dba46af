package vn.ruralmap.dataimport.encoding;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding about encodings and letters, with its texts. */
final class EncodingIssues {

    private static final LocalizedText GIVE_CHARSET = new LocalizedText(
            "Xem thử vài tên; nếu chữ sai, cho biết bảng mã bằng --charset.",
            "Look at some names; if letters are wrong, name the encoding with --charset.");
    private static final LocalizedText NOTHING = new LocalizedText("Không cần làm gì.", "There is nothing to do.");
    private static final LocalizedText WIDEN = new LocalizedText(
            "Mở rộng trường trong tệp gốc rồi xuất lại, hoặc gửi GeoPackage.",
            "Widen the field in the original and export again, or send a GeoPackage.");
    private static final LocalizedText TYPE_AGAIN = new LocalizedText(
            "Gõ lại giá trị trong tệp gốc rồi nhập lại; chữ đã mất không khôi phục được.",
            "Type the value again in the original and import again; what is lost cannot be restored.");

    private EncodingIssues() {}

    private static Issue of(
            String code,
            Severity severity,
            long row,
            @Nullable String field,
            String vi,
            String en,
            LocalizedText remedy) {
        return new Issue(code, severity, row, field, null, new LocalizedText(vi, en), remedy);
    }

    static Issue unknown() {
        return of(
                FileEncoding.UNKNOWN,
                Severity.WARNING,
                0,
                null,
                "Tệp không cho biết bảng mã chữ và chữ không phải UTF-8; tạm đọc theo windows-1252.",
                "The file does not say which character set it uses and its texts are not UTF-8; read as windows-1252.",
                GIVE_CHARSET);
    }

    static Issue contradicted(Declared declared, Encoding used) {
        String name = declared.encoding().name();
        return of(
                "CHARSET_CONTRADICTED",
                Severity.WARNING,
                0,
                null,
                "Theo " + declared.source().vi() + " thì chữ là " + name + ", nhưng các byte cho thấy là " + used.name()
                        + "; đọc theo " + used.name() + ".",
                declared.source().en() + " says " + name + ", but the bytes are " + used.name() + "; read as "
                        + used.name() + ".",
                GIVE_CHARSET);
    }

    static Issue ambiguous(ColumnSample sample, Verdict verdict, Encoding used) {
        Set<Encoding> likely = new LinkedHashSet<>(
                Arrays.asList(verdict.best().encoding(), verdict.next().encoding(), used));
        String candidates =
                likely.stream().map(encoding -> shown(sample, encoding)).collect(Collectors.joining(", "));
        return of(
                "CHARSET_AMBIGUOUS",
                Severity.WARNING,
                0,
                sample.field(),
                "Trường " + sample.field() + " quá ít chữ để biết bảng mã; có thể là " + candidates + ". Đã đọc theo "
                        + used.name() + ".",
                "Field " + sample.field() + " has too little text to tell its encoding; it may be " + candidates
                        + ". Read as " + used.name() + ".",
                new LocalizedText(
                        "Chọn bằng --charset " + sample.field() + "="
                                + verdict.encoding().name().toLowerCase(Locale.ROOT) + ".",
                        "Choose with --charset " + sample.field() + "="
                                + verdict.encoding().name().toLowerCase(Locale.ROOT) + "."));
    }

    private static String shown(ColumnSample sample, Encoding encoding) {
        String raw = sample.otherSamples().isEmpty()
                ? sample.utf8Samples().stream().findFirst().orElse("")
                : sample.otherSamples().get(0);
        byte[] bytes = Bytes.of(raw);
        return encoding.name() + " (“" + encoding.decode(bytes, bytes.length).text() + "”)";
    }

    static Issue mixed(ColumnSample sample, Verdict verdict) {
        String used = verdict.encoding().name();
        return of(
                "CHARSET_MIXED",
                Severity.WARNING,
                sample.firstOther(),
                sample.field(),
                "Trường " + sample.field() + " lẫn UTF-8 và " + used + ": " + sample.other() + " giá trị được đọc theo "
                        + used + " (dòng đầu tiên: " + sample.firstOther() + ").",
                "Field " + sample.field() + " mixes UTF-8 and " + used + ": " + sample.other() + " values were read as "
                        + used + " (first in row " + sample.firstOther() + ").",
                GIVE_CHARSET);
    }

    static Issue mixedWords(ColumnSample sample, Encoding first, Verdict second) {
        String both = first.name() + " và " + second.encoding().name();
        int words = second.best().valid();
        return of(
                "CHARSET_MIXED",
                Severity.WARNING,
                0,
                sample.field(),
                "Trường " + sample.field() + " lẫn " + both + ": " + words
                        + " từ chỉ là tiếng Việt theo bảng mã thứ hai; từng giá trị được đọc theo bảng mã hợp với nó.",
                "Field " + sample.field() + " mixes " + both.replace(" và ", " and ") + ": " + words
                        + " words are Vietnamese only in the second; each value was read as it fits.",
                GIVE_CHARSET);
    }

    static Issue notUtf8(ColumnSample sample, Encoding used) {
        return of(
                "TEXT_NOT_IN_CHARSET",
                Severity.WARNING,
                sample.firstOther(),
                sample.field(),
                sample.other() + " giá trị của trường " + sample.field() + " không phải UTF-8 (dòng đầu tiên: "
                        + sample.firstOther() + "); các giá trị đó được đọc theo " + used.name() + ".",
                sample.other() + " values of field " + sample.field() + " are not UTF-8 (first in row "
                        + sample.firstOther() + "); those were read as " + used.name() + ".",
                GIVE_CHARSET);
    }

    static Issue stranger(long row, String field, Encoding used, String text, String raw) {
        return of(
                "CHARSET_ROW_DIFFERS",
                Severity.WARNING,
                row,
                field,
                "Giá trị này không theo bảng mã của trường; đọc theo " + used.name() + ": “" + text + "” (byte: " + raw
                        + ").",
                "This value is not in the encoding of its field; read as " + used.name() + ": “" + text + "” (bytes: "
                        + raw + ").",
                new LocalizedText("Kiểm tra giá trị.", "Check the value."));
    }

    static Issue cut(long row, String field, String text) {
        return of(
                "TEXT_CUT",
                Severity.WARNING,
                row,
                field,
                "Chữ bị cắt giữa một ký tự do trường quá hẹp: “" + text + "…”.",
                "A text was cut within a letter because its field is too narrow: “" + text + "…”.",
                WIDEN);
    }

    static Issue perhapsCut(long row, String field, String text) {
        return of(
                "TEXT_PERHAPS_CUT",
                Severity.WARNING,
                row,
                field,
                "Giá trị chiếm hết độ rộng của trường và có thể đã mất chữ hoặc dấu ở cuối: “" + text + "”.",
                "The value fills its field to the last byte and may have lost letters or marks at its end: “" + text
                        + "”.",
                WIDEN);
    }

    static Issue capitalRestored(long row, String field, String before, String after) {
        return of(
                "TEXT_CAPITAL_RESTORED",
                Severity.INFO,
                row,
                field,
                "TCVN3 không viết được chữ hoa có dấu; “" + before + "” đã sửa thành “" + after + "”.",
                "TCVN3 cannot write accented capitals; “" + before + "” became “" + after + "”.",
                NOTHING);
    }

    static Issue strokeDMended(long row, String field, String text) {
        return of(
                "TEXT_STROKE_D_MENDED",
                Severity.INFO,
                row,
                field,
                "Chữ Ð (U+00D0) trông giống Đ đã được thay bằng Đ: “" + text + "”.",
                "The letter Ð (U+00D0), which looks like Đ, became Đ: “" + text + "”.",
                NOTHING);
    }

    static Issue lettersLost(long row, String field, String text, String raw) {
        return of(
                "TEXT_LETTERS_LOST",
                Severity.WARNING,
                row,
                field,
                "Có chữ đã mất trước khi nhập: “" + text + "” (byte: " + raw + ").",
                "Letters were lost before the import: “" + text + "” (bytes: " + raw + ").",
                TYPE_AGAIN);
    }

    static Issue softHyphen(long row, String field, String text) {
        return of(
                "TEXT_SOFT_HYPHEN",
                Severity.WARNING,
                row,
                field,
                "Có dấu nối mềm (U+00AD) trong “" + text + "”; thường là chữ ư của TCVN3 đọc sai.",
                "There is a soft hyphen (U+00AD) in “" + text + "”; it is often the ư of TCVN3 read wrongly.",
                GIVE_CHARSET);
    }
}
