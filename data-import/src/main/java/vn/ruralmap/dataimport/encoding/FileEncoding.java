package vn.ruralmap.dataimport.encoding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * How the texts of a file are read.
 *
 * @param encoding of most columns
 * @param evidence one sentence: why
 * @param columns in the order of the samples
 * @param names of the names of fields, which may be in another one than their values
 * @param issues what people should know about the choice
 */
public record FileEncoding(
        Encoding encoding, LocalizedText evidence, List<ColumnEncoding> columns, Encoding names, List<Issue> issues) {

    /** Code of the issue that nothing tells how texts are to be read. */
    public static final String UNKNOWN = "CHARSET_UNKNOWN";

    public FileEncoding {
        columns = List.copyOf(columns);
        issues = List.copyOf(issues);
    }

    /**
     * Chooses the encoding of all columns of a file.
     *
     * @param samples one for each column
     * @param names of the fields, as stored
     * @param declared what the file says; null: nothing
     * @param asked what a person says
     */
    public static FileEncoding choose(
            List<ColumnSample> samples, List<byte[]> names, @Nullable Declared declared, AskedEncodings asked) {
        ColumnSample ofNames = new ColumnSample("");
        for (int i = 0; i < names.size(); i++) {
            ofNames.add(names.get(i), i + 1);
        }
        return new EncodingChoice(samples, ofNames, declared, asked).choose();
    }

    /** Whether all texts are UTF-8. */
    public boolean isAllUtf8() {
        return columns.stream().allMatch(column -> column.encoding().equals(Encodings.UTF_8) && column.rest() == null);
    }

    /** The same under the name of another form of Unicode, from which UTF-8 was made for reading. */
    public FileEncoding as(Encoding form) {
        return new FileEncoding(form, evidence, List.of(), form, issues);
    }

    /** The name of a field. */
    public String decodeName(byte[] raw) {
        int length = Bytes.length(raw);
        boolean isUtf8 = names.equals(Encodings.UTF_8) || names instanceof SavedAsUtf8;
        Utf8 check = Utf8.check(raw, length);
        int whole = isUtf8 && check == Utf8.CUT ? Utf8.wholeLetters(raw, length) : length;
        Encoding used = isUtf8 && check == Utf8.INVALID ? Encodings.WINDOWS_1252 : names;
        return used.decode(raw, whole).text().strip();
    }
}
