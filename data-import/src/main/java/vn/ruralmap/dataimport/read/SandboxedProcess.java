package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is watched while it works in a folder, and ended when it takes too long, writes too much, or nobody
 * waits for it any more.
 */
record SandboxedProcess(List<String> command, TempFolder folder, Allowance allowed) {
    private static final long LOOK_EVERY_MILLIS = 100;
    /** Where the data of GDAL and PROJ are, if not where they were built for. */
    private static final List<String> KEPT = List.of("PATH", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA", "LD_LIBRARY_PATH");

    /** Its exit status. */
    int run(Path log) throws UnreadableSourceException, IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        environment.put("HOME", folder.path().toString());
        environment.put("TMPDIR", folder.path().toString());
        environment.put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return watch(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another program was converting the file");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private int watch(Process process) throws UnreadableSourceException, IOException, InterruptedException {
        long end = System.nanoTime() + allowed.time().toNanos();
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() > end) {
                throw ended(
                        "quá " + allowed.time().toSeconds() + " giây",
                        "more than " + allowed.time().toSeconds() + " seconds");
            }
            long written = written();
            allowed.watch().update(written, -1);
            if (written > allowed.bytes()) {
                throw ended("quá " + allowed.bytes() + " byte", "more than " + allowed.bytes() + " bytes");
            }
        }
        return process.exitValue();
    }

    /** What the input is linked to does not count. */
    private long written() throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.path())) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    bytes += file.toFile().length();
                }
            }
        }
        return bytes;
    }

    private static UnreadableSourceException ended(String vi, String en) {
        return new UnreadableSourceException(
                "GDAL_TOO_LONG",
                "GDAL cần " + vi + " để đọc tệp nên đã bị dừng. Chia nhỏ dữ liệu hoặc dùng định dạng khác.",
                "GDAL took " + en + " for the file and was stopped. Split the data or use another format.");
    }
}
