package vn.ruralmap.layers.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Another process that publishes sites, three a changeset, and prints the id of each changeset once the store has
 * acknowledged it. The first site of each is named {@code process N}.
 */
public final class PublishingProcess {

    private PublishingProcess() {}

    /**
     * How to start one.
     *
     * @param changesets so many; -1: until it is killed
     */
    public static ProcessBuilder command(Class<? extends StoreFixture.Opener> opener, String location, int changesets) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishingProcess.class.getName(),
                        opener.getName(),
                        location,
                        Integer.toString(changesets))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** @param arguments class of the opener, location, number of changesets */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int changesets = Integer.parseInt(arguments[2]);
        try (FeatureStore store = StoreFixture.open(arguments[0], arguments[1], ContractCatalogue.create())) {
            for (int i = 0; i != changesets; i++) {
                out.println(store.publish(Changes.draft(
                                Changes.site("process " + i, "POINT (105 9)"),
                                Changes.site("second", "POINT (105 9)"),
                                Changes.site("third", Changes.square(105, 9))))
                        .id());
            }
        }
    }
}
