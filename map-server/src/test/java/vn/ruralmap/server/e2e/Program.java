package vn.ruralmap.server.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program. */
final class Program {

    private static final Path JAR = Path.of("target", "ruralmap.jar").toAbsolutePath();

    private Program() {}

    /** Runs a command to its end. */
    static Outcome run(Path folder, String... arguments) {
        return run(folder, Map.of(), arguments);
    }

    static Outcome run(Path folder, Map<String, String> environment, String... arguments) {
        return Processes.run(folder, environment, command(arguments));
    }

    /** Runs a command to its end in little memory. @param heap as Java's option has it, for example 128m */
    static Outcome runWithHeap(String heap, Path folder, String... arguments) {
        List<String> command = command(arguments);
        command.replaceAll(word -> word.startsWith("-Xmx") ? "-Xmx" + heap : word);
        return Processes.run(folder, Map.of(), command);
    }

    static List<String> command(String... arguments) {
        if (!Files.exists(JAR)) {
            throw new AssertionError("there is no " + JAR + "; mvn package makes it");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Quick to start rather than quick to run: most of these processes live for a second.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
