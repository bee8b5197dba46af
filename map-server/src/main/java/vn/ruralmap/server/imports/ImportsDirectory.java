package vn.ruralmap.server.imports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of all imports, beside the store. Of two servers on one store only the first has it, since the second would
 * take the first one's running imports for interrupted ones.
 */
final class ImportsDirectory {

    private final Path root;
    private final FileChannel lockFile;
    private final @Nullable FileLock lock;

    ImportsDirectory(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root);
        lockFile = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = tryLock(lockFile);
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            // another server in this same process
            return null;
        }
    }

    boolean isOurs() {
        return lock != null;
    }

    ImportFolder folder(String id) {
        return new ImportFolder(root.resolve(id));
    }

    List<ImportFolder> list() throws IOException {
        List<ImportFolder> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, Files::isDirectory)) {
            entries.forEach(entry -> folders.add(new ImportFolder(entry)));
        }
        return folders;
    }

    /** In bytes, of all imports. */
    long size() throws IOException {
        return new ImportFolder(root).size();
    }

    void close() throws IOException {
        lockFile.close();
    }
}
