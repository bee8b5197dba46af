package vn.ruralmap.dataimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ruralmap.dataimport.read.Limits;
import vn.ruralmap.dataimport.read.SourceFiles;

/** What identifies a file: name, size, digest of every part that is not too large to be read. */
record FileFacts(String name, long sizeBytes, Map<String, String> sha256) {

    /** Of a file that may be missing; then there is no digest. */
    static FileFacts of(Path file) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        long size = 0;
        for (Path part : Files.isRegularFile(file) ? SourceFiles.parts(file) : List.<Path>of()) {
            size += Files.size(part);
            // What is refused for its size is not worth minutes of reading.
            if (Files.size(part) <= Limits.DEFAULT.fileBytes()) {
                digests.put(String.valueOf(part.getFileName()), digest(part));
            }
        }
        return new FileFacts(String.valueOf(file.getFileName()), size, digests);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
