package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens files for import. What a file is, its first bytes say; its extension is only asked where they do not. */
public final class SourceFiles {

    private SourceFiles() {}

    /**
     * Opens a file of any format, or a zip that holds one, together with the files that belong to it beside it.
     *
     * @throws UnreadableSourceException if it is of no known format, broken, too large, or holds several data sets and
     *     {@link ReadOptions#member()} chooses none
     * @throws IOException if the disk fails
     */
    public static Source open(Path file, ReadOptions options) throws UnreadableSourceException, IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new UnreadableSourceException(
                    "FILE_MISSING",
                    "Không có tệp " + file + ". Kiểm tra lại đường dẫn; thư mục thì phải nén thành .zip.",
                    "There is no file " + file + ". Check the path; a folder has to be zipped.");
        }
        requireSize(file, options.limits());
        FileStart start = FileStart.of(file);
        if (isZip(start)) {
            return ZipSource.open(file, name, options);
        }
        Format format = Formats.find(start, name).orElseThrow(() -> notSupported(name, start));
        FileParts parts = FileParts.beside(file, format.companions());
        for (Path companion : parts.companions().values()) {
            requireSize(companion, options.limits());
        }
        return format.open(parts, options);
    }

    private static void requireSize(Path file, Limits limits) throws UnreadableSourceException, IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw new UnreadableSourceException(
                    "FILE_TOO_LARGE",
                    file.getFileName() + " lớn hơn " + limits.fileBytes() + " byte. Hãy chia nhỏ dữ liệu.",
                    file.getFileName() + " is larger than " + limits.fileBytes() + " bytes. Split the data.");
        }
    }

    /** A file and those beside it that are read with it. */
    public static List<Path> parts(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        FileStart start = FileStart.of(file);
        List<Path> parts = new ArrayList<>(List.of(file));
        if (!isZip(start)) {
            Format format = Formats.find(start, name).orElse(null);
            if (format != null) {
                parts.addAll(
                        FileParts.beside(file, format.companions()).companions().values());
            }
        }
        return parts;
    }

    static boolean isZip(FileStart start) {
        return start.startsWith("504b0304") || start.startsWith("504b0506");
    }

    static UnreadableSourceException notSupported(String name, FileStart start) {
        if (start.bytes().length == 0) {
            return new UnreadableSourceException(
                    "FILE_EMPTY",
                    name + " là tệp rỗng (0 byte). Sao chép lại tệp gốc.",
                    name + " is empty (0 bytes). Copy the original again.");
        }
        return new UnreadableSourceException(
                "FORMAT_UNKNOWN",
                name + " không phải định dạng nào đọc được (" + start.describe().vi()
                        + "). Hãy xuất sang một trong các định dạng: .zip, " + Formats.list() + ".",
                name + " is of no format that can be read (" + start.describe().en()
                        + "). Export it to one of these: .zip, " + Formats.list() + ".");
    }
}
