package vn.ruralmap.server.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The packaged program. */
final class Program {

    private static final String HEAP = "512m";

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
        return Processes.run(folder, Map.of(), commandWithHeap(heap, arguments));
    }

    static List<String> command(String... arguments) {
        return commandWithHeap(HEAP, arguments);
    }

    private static List<String> commandWithHeap(String heap, String... arguments) {
        List<String> command = PackagedProgram.java(heap);
        command.addAll(List.of(arguments));
        return command;
    }
}
