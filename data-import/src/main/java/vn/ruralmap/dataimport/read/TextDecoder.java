package vn.ruralmap.dataimport.read;

/**
 * Turns the stored bytes of one text value into letters: the place for encodings that Java does not know. Only tables
 * of shapefiles are decoded through it.
 */
@FunctionalInterface
public interface TextDecoder {

    /**
     * @param field 0-based index of the field
     * @param bytes the value with its padding; not to be kept
     */
    String decode(int field, byte[] bytes);
}
