package vn.ruralmap.server.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The two weights of Be Vietnam Pro that are shipped (SIL Open Font License, see the file beside them). */
final class MapFonts {

    static final OutlineFont MEDIUM = load("BeVietnamPro-Medium.ttf");
    static final OutlineFont SEMI_BOLD = load("BeVietnamPro-SemiBold.ttf");

    private MapFonts() {}

    private static OutlineFont load(String file) {
        try (InputStream stream = MapFonts.class.getResourceAsStream("fonts/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the font " + file + " is missing from the program");
            }
            return new OutlineFont(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
