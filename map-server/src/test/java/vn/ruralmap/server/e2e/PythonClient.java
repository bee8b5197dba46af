package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A client of the field that is written in Python, and told what to do by a script beside the tests. */
final class PythonClient {

    /** Debian's, for which the packages are; another Python may come first on the PATH. */
    private static final String PYTHON = "/usr/bin/python3";

    private PythonClient() {}

    /**
     * What the script prints, which has to succeed.
     *
     * @param module that it imports; without it the test is skipped, in CI it fails
     * @param debianPackage where the module is
     * @param script its name among the resources
     */
    static List<String> run(Path folder, String module, String debianPackage, String script, String... arguments) {
        ExternalTool.demand(PYTHON, "python3");
        Outcome library = Processes.run(folder, Map.of(), List.of(PYTHON, "-c", "import " + module));
        if (library.exitCode() != 0) {
            ExternalTool.missing(
                    module + " is not installed (Debian package " + debianPackage + "; ./test installs it)");
        }
        Path file = folder.resolve(script);
        try (var in = Objects.requireNonNull(PythonClient.class.getResourceAsStream(script))) {
            Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of(PYTHON, file.toString()));
        command.addAll(List.of(arguments));
        Outcome outcome = Processes.run(folder, Map.of("no_proxy", "localhost"), command);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(outcome.everything());
        }
        return outcome.out().lines().toList();
    }
}
