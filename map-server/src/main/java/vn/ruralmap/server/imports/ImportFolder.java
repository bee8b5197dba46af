package vn.ruralmap.server.imports;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One import on disk: {@code files/} as uploaded, {@code incoming/} what is still coming, {@code job.json}, the plan and
 * the reports beside them. Whatever is written appears whole or not at all.
 */
final class ImportFolder {

    /** Files beside the uploaded ones. */
    static final String PLAN = "plan.json";

    static final String MAP = "map.json";
    static final String PREVIEW = "preview.json";
    static final String REPORT = "report.";

    private static final String JOB = "job.json";
    private static final String NEW = "new-";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path root;

    ImportFolder(Path root) {
        this.root = root;
    }

    /** An uploaded file. */
    record UploadedFile(String name, long size) {}

    /** Writes a file of its own. */
    @FunctionalInterface
    interface Writing {
        void to(Path file) throws IOException;
    }

    void create() throws IOException {
        Files.createDirectories(files());
        Files.createDirectories(incoming());
    }

    Path files() {
        return root.resolve("files");
    }

    Path incoming() {
        return root.resolve("incoming");
    }

    /** What was half uploaded or half written when the server stopped goes. */
    void tidy() throws IOException {
        delete(incoming());
        create();
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(root, NEW + "*")) {
            for (Path half : halves) {
                Files.delete(half);
            }
        }
    }

    /** Where an uploaded file is or would be. @param name checked by {@link FileNames} */
    Path uploaded(String name) {
        try {
            return files().resolve(name);
        } catch (InvalidPathException e) {
            // letters that the platform's encoding of file names lacks
            throw Refusals.nameNotWritable();
        }
    }

    /** By name. */
    List<UploadedFile> listUploaded() throws IOException {
        List<UploadedFile> uploaded = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(files())) {
            for (Path entry : entries) {
                uploaded.add(new UploadedFile(String.valueOf(entry.getFileName()), Files.size(entry)));
            }
        }
        uploaded.sort(Comparator.comparing(UploadedFile::name));
        return uploaded;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    boolean has(String name) {
        return Files.isRegularFile(path(name));
    }

    void write(ImportRecord job) throws IOException {
        replace(JOB, file -> Files.write(file, JSON.writeValueAsBytes(job)));
    }

    /** Null if there is none, or it is not as it was written. */
    @Nullable
    ImportRecord readRecord() throws IOException {
        if (!has(JOB)) {
            return null;
        }
        try {
            return JSON.readValue(Files.readAllBytes(path(JOB)), ImportRecord.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Writes a file beside the uploaded ones; the old one stays until the new one is complete. */
    void replace(String name, Writing writing) throws IOException {
        Path half = path(NEW + name);
        try {
            writing.to(half);
            Files.move(half, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Plan, reports, map and preview go; what was uploaded stays. */
    void forgetResults() throws IOException {
        List<Path> results = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root, Files::isRegularFile)) {
            entries.forEach(results::add);
        }
        for (Path result : results) {
            if (!result.endsWith(JOB)) {
                Files.deleteIfExists(result);
            }
        }
    }

    long size() throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // moved or deleted meanwhile
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }

    void delete() throws IOException {
        delete(root);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
