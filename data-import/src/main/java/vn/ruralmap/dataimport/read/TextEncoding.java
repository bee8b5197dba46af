package vn.ruralmap.dataimport.read;

import java.nio.charset.Charset;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * How the bytes of texts become letters.
 *
 * @param charset what is used
 * @param evidence one sentence: why
 */
public record TextEncoding(Charset charset, LocalizedText evidence) {}
