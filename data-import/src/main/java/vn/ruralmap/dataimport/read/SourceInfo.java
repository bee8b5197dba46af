package vn.ruralmap.dataimport.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.FileEncoding;

/**
 * What a source says about itself.
 *
 * @param name the data set: file name without extension, or table
 * @param format what it was read as
 * @param fields in the order of {@link SourceRecord#values()}
 * @param declaredCrs null: the file names none
 * @param encoding how text is decoded; null where the format leaves no choice and the texts are right
 * @param declaredRecords number of records the file announces, or -1
 */
public record SourceInfo(
        String name,
        SourceFormat format,
        List<SourceField> fields,
        @Nullable DeclaredCrs declaredCrs,
        @Nullable FileEncoding encoding,
        long declaredRecords) {

    public SourceInfo {
        fields = List.copyOf(fields);
    }

    /** The same with names of fields that had been decoded wrongly. */
    SourceInfo mended(FileEncoding other) {
        List<SourceField> mended = fields.stream()
                .map(field -> new SourceField(
                        other.decodeName(field.name().getBytes(StandardCharsets.UTF_8)), field.type(), field.width()))
                .toList();
        return new SourceInfo(name, format, mended, declaredCrs, other, declaredRecords);
    }
}
