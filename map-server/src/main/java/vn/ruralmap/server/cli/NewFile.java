package vn.ruralmap.server.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that is written under another name in the same folder and gets its own when it is complete and on the disk. If it
 * never does, nothing is left.
 */
final class NewFile implements AutoCloseable {

    /** What SQLite may leave beside a file. */
    static final List<String> BESIDE = List.of("", "-journal", "-wal", "-shm");

    private final Path target;
    private final Path unfinished;

    NewFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        Path folder = this.target.getParent();
        Files.createDirectories(folder);
        this.unfinished = folder.resolve("." + target.getFileName() + ".unfinished-"
                + ProcessHandle.current().pid());
        delete();
    }

    /** Where it is written. */
    Path unfinished() {
        return unfinished;
    }

    /** Gives it its name; replaces a file that has it. */
    void finish() throws IOException {
        try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    /** So that a power cut does not take the name away again; Windows has no such thing, and refuses. */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // the file itself is on the disk
            return;
        }
    }

    private void delete() throws IOException {
        for (String suffix : BESIDE) {
            Files.deleteIfExists(Path.of(unfinished + suffix));
        }
    }

    @Override
    public void close() throws IOException {
        delete();
    }
}
