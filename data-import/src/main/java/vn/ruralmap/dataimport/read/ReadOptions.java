package vn.ruralmap.dataimport.read;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param charset of texts, whatever the file says; null: find out
 * @param member which data set of a zip or table of a GeoPackage; null: the only one
 * @param limits what a file may cost
 * @param decoder decodes the texts of a shapefile in place of a charset; null: none
 */
public record ReadOptions(
        @Nullable Charset charset,
        @Nullable String member,
        Limits limits,
        @Nullable TextDecoder decoder) {

    public ReadOptions(@Nullable Charset charset, @Nullable String member, Limits limits) {
        this(charset, member, limits, null);
    }

    public static ReadOptions defaults() {
        return new ReadOptions(null, null, Limits.DEFAULT, null);
    }

    public ReadOptions withCharset(Charset other) {
        return new ReadOptions(other, member, limits, decoder);
    }

    public ReadOptions withMember(String other) {
        return new ReadOptions(charset, other, limits, decoder);
    }

    public ReadOptions withLimits(Limits other) {
        return new ReadOptions(charset, member, other, decoder);
    }

    public ReadOptions withDecoder(TextDecoder other) {
        return new ReadOptions(charset, member, limits, other);
    }
}
