package vn.ruralmap.dataimport.read;

/**
 * A field of a source.
 *
 * @param name as in the file
 * @param type what its values are
 * @param width in bytes as declared; 0: not limited
 */
public record SourceField(String name, Type type, int width) {

    /** What the values of a field are, named as the attribute types of a layer. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        BOOLEAN
    }
}
