package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of one shapefile.
 *
 * @param name without extension, for people
 * @param files by lower-case extension; {@code shp} is always there
 */
record ShapefileParts(String name, Map<String, Path> files) {
    /** What is read; {@code cst} is how GeoServer spells {@code cpg}. */
    static final List<String> EXTENSIONS = List.of("shp", "shx", "dbf", "prj", "cpg", "cst");

    /** The files beside a .shp that have its name, whatever the case of their extensions. */
    static ShapefileParts beside(Path shp) throws IOException {
        String stem = stem(String.valueOf(shp.getFileName()));
        Map<String, Path> files = new HashMap<>();
        Path folder = shp.toAbsolutePath().getParent();
        if (folder != null) {
            try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder)) {
                for (Path sibling : siblings) {
                    String name = String.valueOf(sibling.getFileName());
                    String extension = extension(name);
                    boolean exact = stem(name).equals(stem);
                    if (EXTENSIONS.contains(extension)
                            && stem(name).equalsIgnoreCase(stem)
                            && (exact || !files.containsKey(extension))
                            && Files.isRegularFile(sibling)) {
                        files.put(extension, sibling);
                    }
                }
            }
        }
        files.put("shp", shp);
        return new ShapefileParts(stem, Map.copyOf(files));
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    Path shp() {
        return files.getOrDefault("shp", Path.of(""));
    }

    @Nullable
    Path find(String extension) {
        return files.get(extension);
    }
}
