package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells in a folder the files that hold data from those that only belong to them. */
public final class DataSets {

    private DataSets() {}

    /**
     * The files to give to {@link SourceFiles#open}, by name. A zip counts as one; what is of no known format and what
     * belongs to another file does not count, unless there is nothing else.
     *
     * @throws IOException if the disk fails
     */
    public static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            entries.forEach(files::add);
        }
        files.sort(null);
        List<Path> data = new ArrayList<>();
        Set<Path> companions = new HashSet<>();
        for (Path file : files) {
            FileStart start = FileStart.of(file);
            Optional<Format> format = Formats.find(start, String.valueOf(file.getFileName()));
            if (format.isPresent() || SourceFiles.isZip(start)) {
                data.add(file);
            }
            if (format.isPresent()) {
                companions.addAll(FileParts.beside(file, format.get().companions())
                        .companions()
                        .values());
            }
        }
        List<Path> main =
                data.stream().filter(file -> !companions.contains(file)).toList();
        return main.isEmpty() ? files : main;
    }
}
