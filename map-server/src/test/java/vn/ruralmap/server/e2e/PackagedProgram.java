package vn.ruralmap.server.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged program as the launcher runs it: unpacked, with its classes archived, so that each of the many processes of these
 * tests starts in half the time. Made once for a jar.
 */
final class PackagedProgram {

    private static final Path JAR = Path.of("target", "ruralmap.jar").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "tested-app").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** Quick to start rather than quick to run: most processes live for a second. The archive holds for this collector. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final class Prepared {
        private static final Path JAR_TO_RUN = prepare();
    }

    private PackagedProgram() {}

    /** Java with all that comes before the program's own arguments. @param heap as Java's option has it, for example 128m */
    static List<String> java(String heap) {
        Path jar = Prepared.JAR_TO_RUN;
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(QUICK);
        command.addAll(List.of("-Xmx" + heap, "-XX:SharedArchiveFile=" + ARCHIVE, "-jar", jar.toString()));
        return command;
    }

    private static Path prepare() {
        Path unpacked = FOLDER.resolve("ruralmap.jar");
        if (!Files.exists(JAR)) {
            throw new AssertionError("there is no " + JAR + "; mvn package makes it");
        }
        try {
            if (!Files.exists(ARCHIVE)
                    || Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
                Files.createDirectories(FOLDER);
                Files.deleteIfExists(ARCHIVE);
                Processes.run(
                        FOLDER,
                        Map.of(),
                        List.of(
                                JAVA,
                                "-Djarmode=tools",
                                "-jar",
                                JAR.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                FOLDER.toString()));
                List<String> training = new ArrayList<>(List.of(JAVA));
                training.addAll(QUICK);
                training.addAll(List.of(
                        "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        unpacked.toString(),
                        "serve",
                        "--port",
                        "0",
                        "--store",
                        FOLDER.resolve("training.gpkg").toString()));
                Outcome trained = Processes.run(FOLDER, Map.of(), training);
                if (!Files.exists(ARCHIVE)) {
                    throw new AssertionError("no archive of classes\n" + trained.everything());
                }
            }
            return unpacked;
        } catch (IOException e) {
            throw new AssertionError("the program cannot be unpacked", e);
        }
    }
}
