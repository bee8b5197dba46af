package vn.ruralmap.dataimport.read;

/**
 * A column of a .dbf.
 *
 * @param rawName its name as stored
 * @param code the dBASE type letter
 * @param offset of the value in a row, the deletion flag being 0
 * @param width in bytes
 * @param decimals declared digits after the point
 */
record DbfField(byte[] rawName, char code, int offset, int width, int decimals) {

    /** Memos live in another file, and {@code 0} is a hidden column of FoxPro. */
    boolean isReadable() {
        return "MGPW0".indexOf(code) < 0;
    }

    SourceField.Type type() {
        return switch (code) {
            case 'N', 'F' -> decimals == 0 ? SourceField.Type.INTEGER : SourceField.Type.DECIMAL;
            case 'I', '+' -> SourceField.Type.INTEGER;
            case 'O', 'B', 'Y' -> SourceField.Type.DECIMAL;
            case 'D' -> SourceField.Type.DATE;
            case 'L' -> SourceField.Type.BOOLEAN;
            default -> SourceField.Type.TEXT;
        };
    }

    boolean isText() {
        return type() == SourceField.Type.TEXT && code != 'T' && code != '@';
    }
}
