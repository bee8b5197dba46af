package vn.ruralmap.layers.store;

import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.communeContent;
import static vn.ruralmap.layers.store.Changes.siteContent;
import static vn.ruralmap.layers.store.Changes.square;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Feature;

/**
 * Another process that imports, edits, deletes and undoes at random until it is killed, or the store fails. Prints
 * {@code ID MESSAGE} of each changeset once the store has acknowledged it; messages are never the same.
 */
public final class EditingProcess {

    /** Rows of an import: more than a GeoPackage takes through its triggers, see LargeWrite. */
    private static final int LARGE = 6_000;

    private final FeatureStore store;
    private final Random random;
    private final long seed;
    private int count;

    EditingProcess(FeatureStore store, long seed) {
        this.store = store;
        this.random = new Random(seed);
        this.seed = seed;
    }

    /** How to start one. @param seed of its decisions, and of its messages */
    public static ProcessBuilder command(Class<? extends StoreFixture.Opener> opener, String location, long seed) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EditingProcess.class.getName(),
                        opener.getName(),
                        location,
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** @param arguments class of the opener, location, seed */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (FeatureStore store = StoreFixture.open(arguments[0], arguments[1], ContractCatalogue.create())) {
            EditingProcess editing = new EditingProcess(store, Long.parseLong(arguments[2]));
            while (true) {
                Changeset published = editing.step();
                out.println(published.id() + " " + published.message());
            }
        }
    }

    /** One changeset. */
    Changeset step() {
        count++;
        long revision = store.revision();
        int choice = random.nextInt(40);
        if (choice == 0) {
            return publish(many(LARGE));
        }
        if (choice < 8) {
            return publish(many(1 + random.nextInt(200)));
        }
        if (choice < 12
                && revision > 0
                && store.findChangeset(revision).orElseThrow().state() == Changeset.State.PUBLISHED) {
            return store.revert(revision, "lan");
        }
        List<Change> edits = edits();
        return publish(edits.isEmpty() ? many(3) : edits);
    }

    private Changeset publish(List<Change> changes) {
        return store.publish(
                new ChangesetDraft("lan", Changeset.Source.IMPORT, seed + "-" + count, Map.of(), List.copyOf(changes)));
    }

    private List<Change> many(int size) {
        List<Change> changes = new ArrayList<>();
        changes.add(commune(
                seed + "-" + count,
                "xã " + count,
                square(100 + random.nextInt(2_000) * 0.02, random.nextInt(2_000) * 0.02)));
        for (int i = 1; i < size; i++) {
            changes.add(new Change.Insert(
                    "sites", siteContent("điểm " + i, "POINT (105 9." + (1_000 + random.nextInt(1_000)) + ")", null)));
        }
        return changes;
    }

    /** Communes and sites of what the last changesets wrote, changed or deleted. */
    private List<Change> edits() {
        Map<Long, Change> changes = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            long fid = 1 + random.nextInt(200);
            List<FeatureVersion> history = store.history("sites", fid);
            Feature last =
                    history.isEmpty() ? null : history.get(history.size() - 1).feature();
            if (last != null && random.nextInt(4) == 0) {
                changes.put(fid, new Change.Delete("sites", fid, last.version()));
            } else if (last != null) {
                changes.put(
                        fid,
                        new Change.Update(
                                "sites", fid, last.version(), siteContent("sửa " + count, "POINT (106 9)", null)));
            }
        }
        List<Change> all = new ArrayList<>(changes.values());
        List<FeatureVersion> communes = store.history("communes", 1);
        Feature first =
                communes.isEmpty() ? null : communes.get(communes.size() - 1).feature();
        if (first != null) {
            String code = String.valueOf(first.value(0));
            all.add(new Change.Update(
                    "communes", 1, first.version(), communeContent(code, "sửa " + count, "xã", square(90, 8))));
        }
        return all;
    }
}
