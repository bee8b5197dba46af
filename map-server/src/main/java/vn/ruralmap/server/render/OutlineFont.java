package vn.ruralmap.server.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TrueType font read for its outlines (OpenType 1.9: head, hhea, hmtx, cmap format 4, loca, glyf). Java's own fonts
 * need libfontconfig and libfreetype on the host and fail without them; this one draws the same everywhere. It knows
 * no hinting and no kerning and expects composed letters (NFC), which is what Vietnamese text is.
 */
final class OutlineFont {

    private static final int MAX_COMPOSITE_DEPTH = 4;

    private final ByteBuffer data;
    private final Map<String, Integer> tables = new HashMap<>();
    private final Map<Integer, Path2D.Float> outlines = new ConcurrentHashMap<>();
    private final int unitsPerEm;
    private final boolean longOffsets;
    private final int horizontalMetrics;
    private final int ascender;
    private final int descender;
    private final int encoding;

    OutlineFont(byte[] file) {
        data = ByteBuffer.wrap(file);
        int tableCount = u16(4);
        for (int i = 0; i < tableCount; i++) {
            int entry = 12 + 16 * i;
            tables.put(new String(file, entry, 4, java.nio.charset.StandardCharsets.US_ASCII), data.getInt(entry + 8));
        }
        unitsPerEm = u16(table("head") + 18);
        longOffsets = u16(table("head") + 50) == 1;
        ascender = data.getShort(table("hhea") + 4);
        descender = data.getShort(table("hhea") + 6);
        horizontalMetrics = u16(table("hhea") + 34);
        encoding = findEncoding();
    }

    private int table(String name) {
        Integer offset = tables.get(name);
        if (offset == null) {
            throw new IllegalArgumentException("the font has no table " + name);
        }
        return offset;
    }

    private int findEncoding() {
        int cmap = table("cmap");
        for (int i = 0; i < u16(cmap + 2); i++) {
            int subtable = cmap + data.getInt(cmap + 4 + 8 * i + 4);
            if (u16(subtable) == 4) {
                return subtable;
            }
        }
        throw new IllegalArgumentException("the font has no character map of format 4");
    }

    /** True if the font has a glyph for a character. */
    boolean has(int character) {
        return glyph(character) != 0;
    }

    /** Height of the letters above the base line, for a size in pixels. */
    double ascentPx(double sizePx) {
        return ascender * sizePx / unitsPerEm;
    }

    /** Depth of the letters below the base line, positive. */
    double descentPx(double sizePx) {
        return -descender * sizePx / unitsPerEm;
    }

    double widthPx(String text, double sizePx) {
        return text.codePoints().map(this::glyph).map(this::advance).sum() * sizePx / unitsPerEm;
    }

    /** The outline of a text that starts at 0, 0 on the base line; y grows downwards. */
    Path2D outline(String text, double sizePx) {
        Path2D.Float all = new Path2D.Float(Path2D.WIND_NON_ZERO);
        double scale = sizePx / unitsPerEm;
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            int glyph = glyph(character);
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
            all.append(outlines.computeIfAbsent(glyph, id -> read(id, 0)).getPathIterator(place), false);
            x += advance(glyph) * scale;
        }
        return all;
    }

    private int glyph(int character) {
        int segments = u16(encoding + 6) / 2;
        int ends = encoding + 14;
        for (int i = 0; i < segments; i++) {
            if (character <= u16(ends + 2 * i)) {
                return glyphInSegment(character, ends + 2 * segments + 2 + 2 * i, segments);
            }
        }
        return 0;
    }

    private int glyphInSegment(int character, int startAt, int segments) {
        int start = u16(startAt);
        if (character < start) {
            return 0;
        }
        int delta = u16(startAt + 2 * segments);
        int rangeAt = startAt + 4 * segments;
        int range = u16(rangeAt);
        if (range == 0) {
            return character + delta & 0xFFFF;
        }
        int glyph = u16(rangeAt + range + 2 * (character - start));
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
    }

    private int advance(int glyph) {
        return u16(table("hmtx") + 4 * Math.min(glyph, horizontalMetrics - 1));
    }

    private Path2D.Float read(int glyph, int depth) {
        int loca = table("loca");
        int from = longOffsets ? data.getInt(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph);
        int to = longOffsets ? data.getInt(loca + 4 * glyph + 4) : 2 * u16(loca + 2 * glyph + 2);
        Path2D.Float path = new Path2D.Float(Path2D.WIND_NON_ZERO);
        if (from != to && depth <= MAX_COMPOSITE_DEPTH) {
            int at = table("glyf") + from;
            int contours = data.getShort(at);
            if (contours >= 0) {
                GlyphReader.readSimple(data, at + 10, contours, path);
            } else {
                readComposite(at + 10, path, depth);
            }
        }
        return path;
    }

    /** A letter with its diacritics: other glyphs, moved. */
    private void readComposite(int start, Path2D.Float path, int depth) {
        int at = start;
        int flags;
        do {
            flags = u16(at);
            int component = u16(at + 2);
            boolean words = (flags & 1) != 0;
            int dx = words ? data.getShort(at + 4) : data.get(at + 4);
            int dy = words ? data.getShort(at + 6) : data.get(at + 5);
            at += words ? 8 : 6;
            double[] m = {1, 0, 0, 1};
            if ((flags & 0x8) != 0) {
                m[0] = m[3] = f2dot14(at);
                at += 2;
            } else if ((flags & 0x40) != 0) {
                m[0] = f2dot14(at);
                m[3] = f2dot14(at + 2);
                at += 4;
            } else if ((flags & 0x80) != 0) {
                for (int i = 0; i < 4; i++) {
                    m[i] = f2dot14(at + 2 * i);
                }
                at += 8;
            }
            AffineTransform place = new AffineTransform(m[0], m[1], m[2], m[3], dx, dy);
            path.append(read(component, depth + 1).getPathIterator(place), false);
        } while ((flags & 0x20) != 0);
    }

    private double f2dot14(int at) {
        return data.getShort(at) / 16384.0;
    }

    private int u16(int at) {
        return data.getShort(at) & 0xFFFF;
    }
}
