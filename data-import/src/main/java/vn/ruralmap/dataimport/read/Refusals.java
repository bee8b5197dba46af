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
