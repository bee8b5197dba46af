package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What imports of this process may leave behind.
 *
 * @param temporary folders of imports
 * @param open files of this process; none where the system does not tell
 * @param heapBytes after a collection
 */
record Leftovers(List<Path> temporary, long open, long heapBytes) {

    private static final Path HANDLES = Path.of("/proc/self/fd");
    private static final String OURS =
            "ruralmap-import-" + ProcessHandle.current().pid() + "-";
    /** Class files and libraries that are opened on first use. */
    private static final int OPENED_BY_JAVA = 8;

    static Leftovers now() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Leftovers(listTemporary(), countOpen(), runtime.totalMemory() - runtime.freeMemory());
    }

    private static List<Path> listTemporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(OURS))
                    .sorted()
                    .toList();
        }
    }

    private static long countOpen() throws IOException {
        if (!Files.isDirectory(HANDLES)) {
            return 0;
        }
        try (Stream<Path> handles = Files.list(HANDLES)) {
            return handles.count();
        }
    }

    void assertNoMoreThan(Leftovers before, long heapBytes) {
        assertThat(temporary).isEqualTo(before.temporary);
        assertThat(open).as("open files").isLessThanOrEqualTo(before.open + OPENED_BY_JAVA);
        assertThat(this.heapBytes).as("heap").isLessThan(before.heapBytes + heapBytes);
    }
}
