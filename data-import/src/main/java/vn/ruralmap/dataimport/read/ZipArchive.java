package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip that may be a bomb: what it says of itself is checked before it is believed, and again while it inflates. */
final class ZipArchive implements Closeable {
    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long DIRECTORY_BYTES_PER_ENTRY = 1_000;
    private static final long RATIO_FROM_BYTES = 64L << 20;

    private final ZipFile zip;
    private final String name;
    private final Limits limits;
    private final ReadWatch watch;
    private final List<String> names;
    private long unpackedBytes;

    private ZipArchive(ZipFile zip, String name, ReadOptions options) {
        this.zip = zip;
        this.name = name;
        this.limits = options.limits();
        this.watch = options.watch();
        this.names = zip.stream().map(ZipEntry::getName).toList();
    }

    static ZipArchive open(Path file, String name, ReadOptions options) throws UnreadableSourceException, IOException {
        Limits limits = options.limits();
        requireSmallDirectory(file, name, limits);
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
            zip = openWithOldNames(file, name);
        }
        if (zip.size() > limits.zipEntries()) {
            int entries = zip.size();
            zip.close();
            throw tooLarge(name, entries + " tệp", entries + " entries");
        }
        return new ZipArchive(zip, name, options);
    }

    /** Before UTF-8 names came in whatever code page the machine had; the letters matter less than the extension. */
    private static ZipFile openWithOldNames(Path file, String name) throws UnreadableSourceException, IOException {
        Charset charset = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
        try {
            return new ZipFile(file.toFile(), charset);
        } catch (ZipException | EOFException e) {
            throw broken(name, e);
        }
    }

    private static UnreadableSourceException broken(String name, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("encrypted")) {
            return new UnreadableSourceException(
                    "ZIP_ENCRYPTED",
                    name + " có mật khẩu. Nén lại không đặt mật khẩu.",
                    name + " has a password. Zip it again without one.",
                    cause);
        }
        return new UnreadableSourceException(
                "ZIP_BROKEN",
                name + " không phải tệp .zip hoàn chỉnh (" + cause.getMessage() + "). Tải lại hoặc nén lại.",
                name + " is no complete .zip (" + cause.getMessage() + "). Download or zip it again.",
                cause);
    }

    private static UnreadableSourceException tooLarge(String name, String vi, String en) {
        return new UnreadableSourceException(
                "ZIP_TOO_LARGE",
                name + " vượt giới hạn giải nén: " + vi + ". Chỉ nén những tệp của bộ dữ liệu, hoặc chia nhỏ.",
                name + " exceeds what may be unpacked: " + en + ". Zip only the files of the data set, or split it.");
    }

    /** The JDK reads the whole directory into memory, however large the zip says it is. */
    private static void requireSmallDirectory(Path file, String name, Limits limits)
            throws UnreadableSourceException, IOException {
        try (FileWindow window = new FileWindow(file)) {
            int tail = (int) Math.min(window.size(), END_BYTES + LONGEST_COMMENT);
            ByteBuffer end = window.bytes(window.size() - tail, tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i + END_BYTES <= tail; i++) {
                if (end.getInt(i) == END_SIGNATURE) {
                    long bytes = end.getInt(i + 12) & 0xFFFFFFFFL;
                    // All bits set refers to the zip64 record, needed from 4 GB or 65,535 entries on.
                    boolean zip64 = bytes == 0xFFFFFFFFL || end.getInt(i + 16) == -1 || end.getShort(i + 10) == -1;
                    if (zip64 || bytes > DIRECTORY_BYTES_PER_ENTRY * limits.zipEntries()) {
                        throw tooLarge(name, "mục lục " + bytes + " byte", "a directory of " + bytes + " bytes");
                    }
                }
            }
        }
    }

    String name() {
        return name;
    }

    List<String> names() {
        return names;
    }

    void unpack(String entryName, Path target) throws UnreadableSourceException, IOException {
        ZipEntry entry = zip.getEntry(entryName);
        if (entry == null) {
            throw broken(name, new ZipException(entryName));
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            copy(entry, out);
        }
    }

    private void copy(ZipEntry entry, OutputStream out) throws UnreadableSourceException, IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        CRC32 checksum = new CRC32();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                watch.update(bytes, entry.getSize());
                bytes += read;
                unpackedBytes += read;
                if (unpackedBytes > limits.fileBytes()) {
                    throw tooLarge(name, "hơn " + limits.fileBytes() + " byte", limits.fileBytes() + " bytes");
                }
                if (bytes > RATIO_FROM_BYTES && bytes / Math.max(1, entry.getCompressedSize()) > limits.zipRatio()) {
                    throw tooLarge(
                            name,
                            entry.getName() + " phình hơn " + limits.zipRatio() + " lần",
                            entry.getName() + " grows more than " + limits.zipRatio() + " times");
                }
                checksum.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            // The JDK leaves this to the caller.
            if (entry.getCrc() >= 0 && entry.getCrc() != checksum.getValue()) {
                throw broken(name, new ZipException(entry.getName() + ": CRC"));
            }
        } catch (ZipException | EOFException e) {
            throw broken(name, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
