package vn.ruralmap.dataimport.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about itself.
 *
 * @param name the data set: file name without extension, or table
 * @param format what it was read as
 * @param fields in the order of {@link SourceRecord#values()}
 * @param declaredCrs null: the file names none
 * @param encoding how text is decoded; null where the format leaves no choice
 * @param declaredRecords number of records the file announces, or -1
 */
public record SourceInfo(
        String name,
        SourceFormat format,
        List<SourceField> fields,
        @Nullable DeclaredCrs declaredCrs,
        @Nullable TextEncoding encoding,
        long declaredRecords) {

    public SourceInfo {
        fields = List.copyOf(fields);
    }
}
