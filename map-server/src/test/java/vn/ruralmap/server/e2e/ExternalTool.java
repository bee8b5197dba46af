package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A foreign program, which need not be installed. */
final class ExternalTool {

    private ExternalTool() {}

    /** Skips the test if the program is absent; fails it in CI, where absence would hide a broken service. */
    static void demand(String program, String debianPackage) {
        if (!isInstalled(program)) {
            missing(program + " is not installed (Debian package " + debianPackage + "; ./test installs it)");
        }
    }

    static void missing(String message) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        skip(message);
    }

    /** Aloud: a class that is skipped before its first test would leave no trace in Maven's summary. */
    private static void skip(String message) {
        System.err.println("SKIPPED: " + message);
        abort("SKIPPED: " + message);
    }

    static boolean isInstalled(String program) {
        return Path.of(program).isAbsolute()
                ? Files.isExecutable(Path.of(program))
                : Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What it writes, after making sure that it succeeded and had nothing to complain about. */
    static String run(Path folder, String... command) {
        // Without its own configuration GDAL writes files of metadata beside what it reads.
        Outcome outcome = Processes.run(
                folder, Map.of("GDAL_PAM_ENABLED", "NO", "no_proxy", "localhost"), new ArrayList<>(List.of(command)));
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(outcome.err()).as(outcome.everything()).doesNotContain("ERROR", "Warning");
        return outcome.out();
    }
}
