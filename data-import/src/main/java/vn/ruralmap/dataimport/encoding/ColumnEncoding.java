package vn.ruralmap.dataimport.encoding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * How the texts of a column are read.
 *
 * @param encoding of the values
 * @param rest of values that cannot be in that one, or are Vietnamese only in this; null: there are none
 * @param confidence 0 to 1; 1 also where a person said it
 * @param evidence one sentence: why
 * @param samples of bytes and of what they become; empty: plain letters only, which tell nothing
 * @param traits what its texts are like
 */
public record ColumnEncoding(
        String field,
        Encoding encoding,
        @Nullable Encoding rest,
        double confidence,
        LocalizedText evidence,
        List<Sample> samples,
        Traits traits) {

    public ColumnEncoding {
        samples = List.copyOf(samples);
    }

    /**
     * One value.
     *
     * @param raw its bytes in hexadecimal
     * @param text what they become
     */
    public record Sample(String raw, String text) {}

    /**
     * What the texts of a column are like.
     *
     * @param isVietnamese most accented words are Vietnamese syllables
     * @param startsWithCapitals nearly all values do
     * @param isOfNames most words start with a capital
     */
    public record Traits(boolean isVietnamese, boolean startsWithCapitals, boolean isOfNames) {}
}
