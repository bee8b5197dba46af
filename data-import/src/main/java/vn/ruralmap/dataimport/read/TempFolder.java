package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of our own for files that are needed while a source is open. It has no folders in it. */
record TempFolder(Path path) implements Closeable {

    /** Names the process, so that what a killed one left can be told from what is in use. */
    private static final String PREFIX =
            "ruralmap-import-" + ProcessHandle.current().pid() + "-";

    static TempFolder create() throws IOException {
        return new TempFolder(Files.createTempDirectory(PREFIX));
    }

    @Override
    public void close() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            stream.forEach(files::add);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(path);
    }
}
