package vn.ruralmap.dataimport.encoding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * How the texts of a file are read.
 *
 * @param encoding of most columns, and of the names of fields
 * @param evidence one sentence: why
 * @param columns in the order of the samples
 * @param issues what people should know about the choice
 */
public record FileEncoding(
        Encoding encoding, LocalizedText evidence, List<ColumnEncoding> columns, List<Issue> issues) {

    public FileEncoding {
        columns = List.copyOf(columns);
        issues = List.copyOf(issues);
    }

    /**
     * Chooses the encoding of all columns of a file.
     *
     * @param samples one for each column
     * @param declared what the file says; null: nothing
     * @param asked what a person says
     */
    public static FileEncoding choose(List<ColumnSample> samples, @Nullable Declared declared, AskedEncodings asked) {
        return EncodingChoice.of(samples, declared, asked);
    }

    /** The name of a field. */
    public String decodeName(byte[] raw) {
        int length = Bytes.length(raw);
        boolean isUtf8 = encoding.equals(Encodings.UTF_8) || encoding instanceof SavedAsUtf8;
        return switch (Utf8.check(raw, length)) {
            case CUT ->
                isUtf8
                        ? encoding.decode(raw, Utf8.wholeLetters(raw, length))
                                .text()
                                .strip()
                        : encoding.decode(raw, length).text().strip();
            case INVALID ->
                (isUtf8 ? Encodings.WINDOWS_1252 : encoding)
                        .decode(raw, length)
                        .text()
                        .strip();
            case ASCII, VALID -> encoding.decode(raw, length).text().strip();
        };
    }
}
