package vn.ruralmap.dataimport.encoding;

import java.nio.charset.Charset;
import java.text.Normalizer;

/** An encoding that Java knows. */
record JavaCharset(Charset charset) implements Encoding {

    @Override
    public String name() {
        return charset.name();
    }

    @Override
    public Decoded decode(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, charset);
        int lost = 0;
        if (text.indexOf(SingleByte.LOST) >= 0) {
            lost = (int) text.chars().filter(c -> c == SingleByte.LOST).count();
        }
        // windows-1258 has tones apart from their letters; elsewhere that is how the author wrote, which is not ours to
        // say
        boolean isVietnamese = charset.name().equals("windows-1258");
        return new Decoded(isVietnamese ? Normalizer.normalize(text, Normalizer.Form.NFC) : text, lost);
    }

    @Override
    public String toString() {
        return name();
    }
}
