package vn.ruralmap.dataimport.read;

import java.util.List;
import java.util.stream.Collectors;

/** Refusals that more than one format makes. */
final class Refusals {
    /** More names than that are no sentence. */
    private static final int LISTED = 20;

    private Refusals() {}

    static void requireAtMost(int limit, long records) throws UnreadableSourceException {
        if (records > limit) {
            throw new UnreadableSourceException(
                    "TOO_MANY_RECORDS",
                    "Tệp có hơn " + limit + " dòng. Hãy chia nhỏ dữ liệu.",
                    "The file has more than " + limit + " records. Split the data.");
        }
    }

    static void requireFields(int limit, long fields) throws UnreadableSourceException {
        if (fields > limit) {
            throw new UnreadableSourceException(
                    "TOO_MANY_FIELDS",
                    "Tệp có hơn " + limit + " trường thuộc tính. Hãy bỏ bớt các trường không cần.",
                    "The file has more than " + limit + " fields. Remove those that are not needed.");
        }
    }

    /** @param chars of all values of a record, or of those read so far */
    static void requireRecord(Limits limits, long row, long chars) throws UnreadableSourceException {
        if (chars > limits.recordChars()) {
            throw recordTooLarge(limits, row);
        }
    }

    static UnreadableSourceException recordTooLarge(Limits limits, long row) {
        return new UnreadableSourceException(
                "RECORD_TOO_LARGE",
                "Các giá trị của dòng " + row + " dài hơn " + limits.recordChars()
                        + " ký tự cộng lại. Bỏ bớt các trường dài rồi xuất lại.",
                "The values of record " + row + " are together longer than " + limits.recordChars()
                        + " characters. Leave long fields out and export again.");
    }

    static UnreadableSourceException chooseMember(String file, List<String> members) {
        String listed = list(members);
        return new UnreadableSourceException(
                "SEVERAL_DATA_SETS",
                file + " chứa nhiều bộ dữ liệu: " + listed + ". Hãy chọn một bộ, hoặc gửi từng bộ riêng.",
                file + " holds several data sets: " + listed + ". Choose one, or send them one by one.",
                members);
    }

    static UnreadableSourceException noSuchMember(String file, String wanted, List<String> members) {
        String listed = list(members);
        return new UnreadableSourceException(
                "NO_SUCH_DATA_SET",
                file + " không có bộ dữ liệu “" + wanted + "”; chỉ có: " + listed + ".",
                file + " has no data set “" + wanted + "”; it has: " + listed + ".",
                members);
    }

    private static String list(List<String> members) {
        return members.stream().limit(LISTED).collect(Collectors.joining(", "));
    }
}
