package vn.ruralmap.dataimport.read;

/** Refusals that more than one format makes. */
final class Refusals {
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

    static UnreadableSourceException chooseMember(String file, String members) {
        return new UnreadableSourceException(
                "SEVERAL_DATA_SETS",
                file + " chứa nhiều bộ dữ liệu: " + members + ". Hãy chọn một bộ, hoặc gửi từng bộ riêng.",
                file + " holds several data sets: " + members + ". Choose one, or send them one by one.");
    }

    static UnreadableSourceException noSuchMember(String file, String wanted, String members) {
        return new UnreadableSourceException(
                "NO_SUCH_DATA_SET",
                file + " không có bộ dữ liệu “" + wanted + "”; chỉ có: " + members + ".",
                file + " has no data set “" + wanted + "”; it has: " + members + ".");
    }
}
