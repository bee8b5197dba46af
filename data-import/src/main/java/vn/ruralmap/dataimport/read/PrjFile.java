package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Issue;

/** Reads a .prj. That it is WKT is looked at here, what it means is not. */
final class PrjFile {
    private static final int LONGEST_BYTES = 1 << 16;
    private static final Pattern WKT = Pattern.compile("[A-Z_]+(CS|CRS)\\s*[\\[(]\\s*\".*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("EPSG:+(\\d{4,6})");

    private PrjFile() {}

    static @Nullable DeclaredCrs read(@Nullable Path prj, String name, List<Issue> issues) throws IOException {
        if (prj == null) {
            return null;
        }
        String text;
        try (InputStream in = Files.newInputStream(prj)) {
            text = decode(in.readNBytes(LONGEST_BYTES));
        }
        String upper = text.toUpperCase(Locale.ROOT);
        if (WKT.matcher(upper).matches()) {
            return new DeclaredCrs(DeclaredCrs.Kind.WKT, text);
        }
        if (CODE.matcher(upper).matches()) {
            return DeclaredCrs.ofCode(upper.replaceAll(":+", ":"));
        }
        if (!text.isEmpty()) {
            String start = text.substring(0, Math.min(60, text.length())).replaceAll("[\\s\\p{Cntrl}]+", " ");
            issues.add(ReadIssues.prjNotWkt(name, start));
        }
        return null;
    }

    private static String decode(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
        String text = new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").replace("\0", "").strip();
    }
}
