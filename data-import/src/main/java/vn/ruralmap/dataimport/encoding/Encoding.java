package vn.ruralmap.dataimport.encoding;

/**
 * A way to turn bytes into letters. Takes any bytes and never fails; goes through them once, because text that is decoded
 * in place has letters decoded that were decoded already.
 */
public sealed interface Encoding permits SingleByte, Vni, JavaCharset, SavedAsUtf8 {

    /** As {@link Encodings#find} knows it, and as reports show it. */
    String name();

    /**
     * Decodes the first bytes of an array; the result of a Vietnamese encoding is NFC.
     *
     * @param length how many
     */
    Decoded decode(byte[] bytes, int length);

    /**
     * Decoded text.
     *
     * @param text U+FFFD stands for what is no letter
     * @param lost how many bytes were none
     */
    record Decoded(String text, int lost) {}
}
