package vn.ruralmap.dataimport.encoding;

import vn.ruralmap.layers.model.LocalizedText;

/**
 * What a file says about its texts.
 *
 * @param encoding which it names
 * @param source where it says so
 * @param isDeliberate false for a mark that software sets without asking, such as byte 29 of a .dbf
 */
public record Declared(Encoding encoding, LocalizedText source, boolean isDeliberate) {}
