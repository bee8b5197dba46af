package vn.ruralmap.layers.store.postgis;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Rows in the text format of COPY: columns between tabs, {@code \N} for null. Not for concurrent use. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private final WKBWriter geometries = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true);
    private boolean isFirst = true;

    /** @param value its text must be what PostgreSQL reads for its type; geometry is written as EWKB */
    CopyText add(@Nullable Object value) {
        if (!isFirst) {
            text.append('\t');
        }
        isFirst = false;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Geometry geometry) {
            text.append(WKBWriter.toHex(geometries.write(geometry)));
        } else if (value instanceof String string) {
            escape(string);
        } else {
            text.append(value);
        }
        return this;
    }

    private void escape(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** Takes columns that another one wrote. */
    CopyText addWritten(String columns) {
        if (!isFirst) {
            text.append('\t');
        }
        isFirst = false;
        text.append(columns);
        return this;
    }

    void endRow() {
        text.append('\n');
        isFirst = true;
    }

    /** In characters. */
    int length() {
        return text.length();
    }

    /** All that was added since the last call. */
    String take() {
        String rows = text.toString();
        text.setLength(0);
        isFirst = true;
        return rows;
    }
}
