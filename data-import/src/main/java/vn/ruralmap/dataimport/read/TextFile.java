package vn.ruralmap.dataimport.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/**
 * A file of delimited text. It is read as ISO 8859-1, which keeps every byte, and its values become letters one by one
 * in {@link ValueText}, because files mix character sets and Vietnamese ones are known to nobody but us. UTF-16 and
 * UTF-32 are the exception: there the bytes are letters only together.
 *
 * @param path where it is
 * @param wide UTF-16 or UTF-32; null: a character set of bytes
 * @param markBytes length of the byte order mark
 * @param values decodes values
 */
record TextFile(Path path, @Nullable Charset wide, int markBytes, ValueText values) {

    /**
     * Decides how to read a file.
     *
     * @param declared what the file or one beside it says of its character set; null: nothing
     */
    static TextFile of(Path path, ReadOptions options, ValueText.@Nullable Declared declared, List<Issue> issues)
            throws IOException {
        FileStart start = FileStart.of(path);
        Mark mark = Mark.of(start);
        Charset asked = options.charset();
        if (mark.wide == null && asked != null && asked.name().matches("UTF-(16|32).*")) {
            mark = new Mark(asked, 0);
        }
        if (mark.wide != null) {
            ValueText values = ValueText.decoded(mark.wide, mark.bytes > 0);
            return new TextFile(path, mark.wide, mark.bytes, values);
        }
        ValueText.Declared said = mark.bytes > 0
                ? new ValueText.Declared(StandardCharsets.UTF_8, "dấu thứ tự byte (BOM)", "byte order mark")
                : declared;
        Utf8Tally tally = new Utf8Tally();
        try (InputStream in = Files.newInputStream(path)) {
            tally.addLines(in);
        }
        return new TextFile(path, null, mark.bytes, ValueText.decide(tally, said, options, issues));
    }

    Reader open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
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
