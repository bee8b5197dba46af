package vn.ruralmap.layers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Files of real offices, which are no part of the project. */
public final class RealData {

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private RealData() {}

    /** A folder of them; a test that needs one is skipped, with the reason in its report, where it is not there. */
    public static Path folder(String name) {
        String given = System.getenv("RURALMAP_SHARED_DATA");
        Path folder = (given == null ? Path.of("../../shared/data") : Path.of(given)).resolve(name);
        if (!Files.isDirectory(folder)) {
            String message = "SKIPPED: no real data at " + folder.toAbsolutePath()
                    + "; set RURALMAP_SHARED_DATA to test with it";
            // aloud: a class that is skipped before its first test leaves no trace in Maven's summary
            if (TOLD.add(name)) {
                System.err.println(message);
            }
            abort(message);
        }
        return folder;
    }
}
