package vn.ruralmap.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.RequestException;

/** All imports of this server and what can be done with them. Knows no HTTP; safe for many threads. */
final class ImportJobs {

    static final int MOST = 1_000;

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ID_LENGTH = 8;

    private final ImportLimits limits;
    private final Clock clock;
    private final ImportsDirectory directory;
    private final DiskRoom room;
    private final ImportWork work;
    private final ImportQueue queue;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ImportJob> jobs = new ConcurrentHashMap<>();

    ImportJobs(Path folder, ImportLimits limits, ImportWork work, Clock clock) throws IOException {
        this.limits = limits;
        this.work = work;
        this.clock = clock;
        this.directory = new ImportsDirectory(folder);
        this.room = new DiskRoom(folder, limits);
        this.queue = new ImportQueue(limits.queue());
        if (directory.isOurs()) {
            load();
        }
    }

    private void load() throws IOException {
        for (ImportFolder folder : directory.list()) {
            folder.tidy();
            ImportRecord record = folder.readRecord();
            if (record == null) {
                // made, but never told anybody: the server stopped in between
                folder.delete();
                continue;
            }
            ImportJob job = new ImportJob(folder, record, clock);
            jobs.put(record.id(), job);
            if (record.state().isActive()) {
                work.recover(job);
            }
        }
    }

    ImportLimits limits() {
        return limits;
    }

    ImportQueue queue() {
        return queue;
    }

    /** The newest first. */
    List<ImportJob> list() {
        requireOurs();
        return jobs.values().stream()
                .sorted(Comparator.comparing(
                                (ImportJob job) -> job.view().record().created())
                        .reversed())
                .toList();
    }

    ImportJob get(String id) {
        requireOurs();
        ImportJob job = jobs.get(id);
        if (job == null) {
            throw Refusals.noSuchImport();
        }
        return job;
    }

    private void requireOurs() {
        if (!directory.isOurs()) {
            throw Refusals.elsewhere();
        }
    }

    ImportJob create(String layer) throws IOException {
        requireOurs();
        if (jobs.size() >= MOST) {
            throw Refusals.tooManyImports(MOST);
        }
        String id = newId();
        ImportFolder folder = directory.folder(id);
        folder.create();
        ImportRecord record = ImportRecord.create(id, layer, clock.instant());
        folder.write(record);
        ImportJob job = new ImportJob(folder, record, clock);
        jobs.put(id, job);
        return job;
    }

    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /**
     * Takes a file in, whole or not at all.
     *
     * @param length as announced; -1: not
     */
    void receive(String id, String fileName, InputStream in, long length) throws IOException {
        ImportJob job = get(id);
        String name = FileNames.check(fileName);
        ImportFolder folder = job.folder();
        job.beginUpload();
        try {
            long others = 0;
            List<ImportFolder.UploadedFile> there = folder.listUploaded();
            for (ImportFolder.UploadedFile file : there) {
                others += file.name().equals(name) ? 0 : file.size();
            }
            boolean replaces = there.stream().anyMatch(file -> file.name().equals(name));
            if (!replaces && there.size() >= limits.files()) {
                throw Refusals.tooManyFiles(limits.files());
            }
            Path target = folder.uploaded(name);
            try (DiskRoom.Share share = room.open(job.incomingBytes(), others, directory.size(), length)) {
                new Upload(in, share, limits.stalled()).to(folder.incoming(), target, length);
            }
            renew(job);
        } finally {
            job.endUpload();
        }
    }

    void deleteFile(String id, String fileName) throws IOException {
        ImportJob job = get(id);
        job.beginUpload();
        try {
            if (!Files.deleteIfExists(job.folder().uploaded(FileNames.check(fileName)))) {
                throw Refusals.noSuchFile();
            }
            renew(job);
        } finally {
            job.endUpload();
        }
    }

    /** Other files: what was found in the old ones no longer holds. */
    private void renew(ImportJob job) throws IOException {
        ImportRecord before = job.view().record();
        if (before.state() == ImportState.NEW && before.dataSets().isEmpty()) {
            job.touch();
            return;
        }
        job.folder().forgetResults();
        job.change(record ->
                record.renewed(record.options()).withDataSets(List.of()).in(ImportState.NEW, null, clock.instant()));
    }

    /**
     * @param asked whose file, if any, is one of the uploaded ones
     * @param writer on whose behalf
     */
    ImportJob plan(String id, AskedOptions asked, Writer writer) throws IOException {
        ImportJob job = get(id);
        job.requireIdle();
        queue.requirePlace();
        List<DataSet> dataSets =
                DataSet.list(job.folder().files(), job.view().record().dataSets());
        job.changeIdle(record -> record.withDataSets(dataSets));
        AskedOptions options = asked.withFile(chooseFile(job.folder(), asked.file(), dataSets));
        job.changeIdle(record -> {
            job.resume();
            return record.renewed(options).in(ImportState.QUEUED, null, clock.instant());
        });
        job.folder().forgetResults();
        job.actFor(writer);
        enqueue(job, work::plan);
        return job;
    }

    private static String chooseFile(ImportFolder folder, @Nullable String asked, List<DataSet> dataSets)
            throws IOException {
        if (asked != null) {
            if (folder.listUploaded().stream().noneMatch(file -> file.name().equals(asked))) {
                throw RequestException.invalid(
                        "file", "không có tệp này trong lượt nhập", "the import has no such file");
            }
            return asked;
        }
        List<String> data = dataSets.stream().map(DataSet::file).distinct().toList();
        if (data.isEmpty()) {
            throw RequestException.invalid("file", "chưa có tệp nào được tải lên", "no file has been uploaded yet");
        }
        if (data.size() > 1) {
            String names = String.join(", ", data.subList(0, Math.min(20, data.size())));
            throw RequestException.invalid(
                    "file", "có nhiều tệp dữ liệu, hãy chọn một: " + names, "there are several, choose one: " + names);
        }
        return data.get(0);
    }

    /** @throws RequestException status 403 if the plan showed that the writer may not change all of it */
    ImportJob publish(String id, Writer writer) throws IOException {
        ImportJob job = get(id);
        work.demandArea(job, writer);
        queue.requirePlace();
        job.changeIdle(record -> {
            if (record.state() != ImportState.PLANNED) {
                throw Refusals.notPlanned();
            }
            job.resume();
            return record.in(ImportState.QUEUED, null, clock.instant());
        });
        job.actFor(writer);
        enqueue(job, work::publish);
        return job;
    }

    private void enqueue(ImportJob job, Consumer<ImportJob> task) {
        boolean added = false;
        try {
            queue.add(new ImportQueue.Task(job, () -> task.accept(job), cause -> work.failed(job, cause)));
            added = true;
        } finally {
            if (!added) {
                work.recover(job);
            }
        }
    }

    ImportJob cancel(String id) throws IOException {
        ImportJob job = get(id);
        if (!job.state().isActive()) {
            throw Refusals.nothingRuns();
        }
        job.cancel();
        if (queue.remove(job)) {
            job.change(record -> record.in(ImportState.CANCELLED, ImportTexts.CANCELLED, clock.instant()));
        }
        return job;
    }

    void delete(String id) throws IOException {
        ImportJob job = get(id);
        synchronized (job) {
            job.requireIdle();
            jobs.remove(id);
        }
        job.folder().delete();
    }

    OptionalInt position(ImportJob job) {
        return queue.position(job);
    }

    long size() throws IOException {
        return directory.size();
    }

    /** What runs shall end, and nobody shall wait for news. */
    void stop() {
        jobs.values().forEach(ImportJob::stop);
    }

    /** Waits for the end of what runs; it is interrupted then, or published. */
    void close() {
        stop();
        queue.close().forEach(work::recover);
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
