package vn.ruralmap.dataimport.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.encoding.Declared;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.FileEncoding;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * A file of delimited text. It is read as ISO 8859-1, which keeps every byte: see {@link ColumnBytes}. UTF-16 and UTF-32
 * are the exception: there the bytes are letters only together, which then come as the bytes of UTF-8.
 *
 * @param path where it is
 * @param wide UTF-16 or UTF-32; null: a character set of bytes
 * @param markBytes length of the byte order mark
 * @param watch told how far it is read
 */
record TextFile(Path path, @Nullable Charset wide, int markBytes, ReadWatch watch) {
    private static final LocalizedText MARK = new LocalizedText("dấu thứ tự byte (BOM)", "the byte order mark");
    private static final LocalizedText ZEROS = new LocalizedText("các byte 0 xen kẽ", "the zero in every other byte");

    static TextFile of(Path path, ReadOptions options) throws IOException {
        Mark mark = Mark.of(FileStart.of(path));
        Charset asked = options.charset();
        boolean isAsked = mark.wide == null && asked != null && asked.name().matches("UTF-(16|32).*");
        return new TextFile(path, isAsked ? asked : mark.wide, mark.bytes, options.watch());
    }

    /** What a value or name is decoded from. @param kept as the reader gives it */
    byte[] bytes(String kept) {
        return kept.getBytes(wide == null ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /**
     * Decides how the texts are read.
     *
     * @param declared what is said of the character set elsewhere; null: nothing
     */
    ColumnTexts decide(ColumnBytes bytes, @Nullable Declared declared, ReadOptions options, List<Issue> issues) {
        if (wide == null) {
            Declared mark = new Declared(Encodings.UTF_8, MARK, true);
            return bytes.decide(markBytes > 0 ? mark : declared, options.encodings(), issues);
        }
        Declared unicode = new Declared(Encodings.UTF_8, markBytes > 0 ? MARK : ZEROS, true);
        return bytes.decide(unicode, options.encodings().beforeUnicode(), issues);
    }

    /** How the texts are read, for people. */
    FileEncoding shown(FileEncoding chosen) {
        return wide == null || !chosen.isAllUtf8() ? chosen : chosen.as(Encodings.of(wide));
    }

    Reader open() throws IOException {
        InputStream in = new BufferedInputStream(WatchedStream.open(path, watch), 1 << 16);
        in.skipNBytes(markBytes);
        return new InputStreamReader(in, wide == null ? StandardCharsets.ISO_8859_1 : wide);
    }

    private record Mark(@Nullable Charset wide, int bytes) {

        static Mark of(FileStart start) {
            if (start.startsWith("efbbbf")) {
                return new Mark(null, 3);
            }
            if (start.startsWith("fffe0000")) {
                return new Mark(Charset.forName("UTF-32LE"), 4);
            }
            if (start.startsWith("fffe")) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            }
            if (start.startsWith("feff")) {
                return new Mark(StandardCharsets.UTF_16BE, 2);
            }
            return new Mark(withoutMark(start.bytes()), 0);
        }

        /** Digits, delimiters and line ends have a zero byte in UTF-16; nothing else in a text has. */
        private static @Nullable Charset withoutMark(byte[] bytes) {
            int[] zeros = new int[2];
            for (int i = 0; i < bytes.length; i++) {
                zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
            }
            int many = bytes.length / 8;
            if (zeros[1] > many && zeros[0] * 8 < zeros[1]) {
                return StandardCharsets.UTF_16LE;
            }
            return zeros[0] > many && zeros[1] * 8 < zeros[0] ? StandardCharsets.UTF_16BE : null;
        }
    }
}
