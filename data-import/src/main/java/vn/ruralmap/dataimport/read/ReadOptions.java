package vn.ruralmap.dataimport.read;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encoding;
import vn.ruralmap.dataimport.encoding.Encodings;

/**
 * How to read a file.
 *
 * @param encodings of texts, whatever the file says
 * @param member which data set of a zip or table of a GeoPackage, type of a GML file or layer of a drawing; null: the only one
 * @param limits what a file may cost
 * @param watch told how far it is
 */
public record ReadOptions(
        AskedEncodings encodings, @Nullable String member, Limits limits, ReadWatch watch) {

    public static ReadOptions defaults() {
        return new ReadOptions(AskedEncodings.NONE, null, Limits.DEFAULT, ReadWatch.none());
    }

    /** What is asked for all texts, if it is one of Java's character sets; null: nothing, or a legacy encoding. */
    @Nullable
    Charset charset() {
        Encoding all = encodings.all();
        return all == null ? null : Encodings.findCharset(all).orElse(null);
    }

    public ReadOptions withCharset(Charset charset) {
        return withEncodings(AskedEncodings.all(Encodings.of(charset)));
    }

    public ReadOptions withEncodings(AskedEncodings other) {
        return new ReadOptions(other, member, limits, watch);
    }

    public ReadOptions withMember(@Nullable String other) {
        return new ReadOptions(encodings, other, limits, watch);
    }

    public ReadOptions withLimits(Limits other) {
        return new ReadOptions(encodings, member, other, watch);
    }

    public ReadOptions withWatch(ReadWatch other) {
        return new ReadOptions(encodings, member, limits, other);
    }
}
