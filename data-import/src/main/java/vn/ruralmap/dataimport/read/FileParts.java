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
 * The files of one data set.
 *
 * @param name without extension, for people
 * @param main the file that holds the data, whatever its extension
 * @param companions the others by lower-case extension
 */
record FileParts(String name, Path main, Map<String, Path> companions) {

    FileParts {
        companions = Map.copyOf(companions);
    }

    /** A file and those beside it that have its name, whatever the case of their extensions. */
    static FileParts beside(Path main, List<String> extensions) throws IOException {
        String stem = stem(String.valueOf(main.getFileName()));
        Map<String, Path> companions = new HashMap<>();
        Path folder = main.toAbsolutePath().getParent();
        if (folder != null && !extensions.isEmpty()) {
            try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder)) {
                for (Path sibling : siblings) {
                    String name = String.valueOf(sibling.getFileName());
                    String extension = extension(name);
                    boolean exact = stem(name).equals(stem);
                    if (extensions.contains(extension)
                            && stem(name).equalsIgnoreCase(stem)
                            && (exact || !companions.containsKey(extension))
                            && Files.isRegularFile(sibling)) {
                        companions.put(extension, sibling);
                    }
                }
            }
        }
        return new FileParts(stem, main, companions);
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    @Nullable
    Path find(String extension) {
        return companions.get(extension);
    }
}
