package vn.ruralmap.dataimport.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.ColumnSample;
import vn.ruralmap.dataimport.encoding.Declared;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.layers.model.Issue;

/**
 * The texts of a table as bytes, gathered before anything trims or decodes them. What the file says of its encoding is
 * evidence only, because it is mostly missing or wrong: all rows are looked at before it is decided.
 */
final class ColumnBytes {
    private final List<byte[]> rawNames;
    private final UnaryOperator<List<String>> naming;
    private final List<ColumnSample> samples = new ArrayList<>();

    /**
     * @param rawNames of the columns, as stored
     * @param naming makes of their letters names that are there and differ
     */
    ColumnBytes(List<byte[]> rawNames, UnaryOperator<List<String>> naming) {
        this.rawNames = rawNames;
        this.naming = naming;
        List<String> first =
                naming.apply(rawNames.stream().map(ColumnBytes::firstReading).toList());
        first.forEach(name -> samples.add(new ColumnSample(name)));
    }

    private static String firstReading(byte[] rawName) {
        return Encodings.WINDOWS_1252.decode(rawName, rawName.length).text().strip();
    }

    /**
     * Takes one value.
     *
     * @param column 0-based
     * @param raw with its padding, if it has any
     * @param row 1-based
     */
    void add(int column, byte[] raw, long row) {
        samples.get(column).add(raw, row);
    }

    /**
     * @param declared what the file says; null: nothing
     * @param asked what a person says
     * @param issues takes what people should know about the choice
     */
    ColumnTexts decide(@Nullable Declared declared, AskedEncodings asked, List<Issue> issues) {
        FileEncoding encoding = FileEncoding.choose(samples, rawNames, declared, asked);
        List<String> names =
                naming.apply(rawNames.stream().map(encoding::decodeName).toList());
        boolean renamed = false;
        for (int i = 0; i < names.size(); i++) {
            renamed |= samples.get(i).rename(names.get(i));
        }
        if (renamed) {
            // people may have asked for a column by its right name, and findings tell it
            encoding = FileEncoding.choose(samples, rawNames, declared, asked);
        }
        issues.addAll(encoding.issues());
        return new ColumnTexts(encoding, names);
    }
}
