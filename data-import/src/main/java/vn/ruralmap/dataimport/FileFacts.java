package vn.ruralmap.dataimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What identifies a file: name, size, digest of every part. */
record FileFacts(String name, long sizeBytes, Map<String, String> sha256) {

    private static final List<String> PARTS = List.of("shp", "dbf", "prj", "cpg");

    /** Of a file that may be missing; then there is no digest. */
    static FileFacts of(Path file) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        long size = 0;
        for (Path part : parts(file)) {
            size += Files.size(part);
            digests.put(String.valueOf(part.getFileName()), digest(part));
        }
        return new FileFacts(String.valueOf(file.getFileName()), size, digests);
    }

    /** The file, and what makes up a shapefile beside it. */
    private static List<Path> parts(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        if (folder == null || !name.toLowerCase(Locale.ROOT).endsWith(".shp")) {
            return List.of(file);
        }
        String stem = name.substring(0, name.length() - 3).toLowerCase(Locale.ROOT);
        try (Stream<Path> siblings = Files.list(folder)) {
            return siblings.filter(Files::isRegularFile)
                    .filter(sibling -> PARTS.stream()
                            .map(stem::concat)
                            .anyMatch(String.valueOf(sibling.getFileName()).toLowerCase(Locale.ROOT)::equals))
                    .toList();
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
