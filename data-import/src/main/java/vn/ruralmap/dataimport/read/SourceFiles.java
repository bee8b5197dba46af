package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files for import. What a file is, its first bytes say; its extension is only asked where they do not. */
public final class SourceFiles {
    private static final int START_BYTES = 512;

    private SourceFiles() {}

    /**
     * Opens a zip with a shapefile, GeoJSON or GeoPackage in it, a .shp with its companions beside it, a GeoJSON file
     * or a GeoPackage.
     *
     * @throws UnreadableSourceException if it is none of these, broken, too large, or holds several data sets and
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
        if (Files.size(file) > options.limits().fileBytes()) {
            throw new UnreadableSourceException(
                    "FILE_TOO_LARGE",
                    name + " lớn hơn " + options.limits().fileBytes() + " byte. Hãy chia nhỏ dữ liệu.",
                    name + " is larger than " + options.limits().fileBytes() + " bytes. Split the data.");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START_BYTES);
        }
        return switch (FileKind.of(start, name)) {
            case ZIP -> ZipSource.open(file, name, options);
            case SHP -> ShapefileSource.open(ShapefileParts.beside(file), options);
            case JSON -> MendedSource.ofGeoJson(file, ShapefileParts.stem(name), options);
            case SQLITE ->
                MendedSource.of(GeoPackageSource.open(file, ShapefileParts.stem(name), options), options.encodings());
            case OTHER -> throw notSupported(name, start);
        };
    }

    private static UnreadableSourceException notSupported(String name, byte[] start) {
        if (start.length == 0) {
            return new UnreadableSourceException(
                    "FILE_EMPTY",
                    name + " là tệp rỗng (0 byte). Sao chép lại tệp gốc.",
                    name + " is empty (0 bytes). Copy the original again.");
        }
        return new UnreadableSourceException(
                "FORMAT_UNKNOWN",
                name + " không phải .zip, .shp, GeoJSON hay GeoPackage (" + FileKind.describe(start, "vi")
                        + "). Hãy xuất sang một trong các định dạng đó.",
                name + " is no .zip, .shp, GeoJSON or GeoPackage (" + FileKind.describe(start, "en")
                        + "). Export it to one of these formats.");
    }
}
