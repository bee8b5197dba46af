package vn.ruralmap.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A test suite of the OGC, run in a process of its own, which reaches nothing but this machine. */
enum Suite {
    WFS20("wfs20", "org.opengis.cite.iso19142.TestNGController", "wfs"),
    GML32("gml32", "org.opengis.cite.iso19136.TestNGController", "gml");

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final long LONGEST_MINUTES = 10;

    private final String folder;
    private final String controller;
    private final String key;

    Suite(String folder, String controller, String key) {
        this.folder = folder;
        this.controller = controller;
        this.key = key;
    }

    /**
     * Runs it on one subject after the other.
     *
     * @param name of this run, for its folder in {@code target}, which keeps results and output
     * @param subjects name to URL
     * @return the reports by name, in the same order
     */
    Map<String, SuiteReport> run(String name, Map<String, String> subjects) {
        try {
            Path out = TARGET.resolve("runs").resolve(name);
            FileSystemUtils.deleteRecursively(out);
            Files.createDirectories(out);
            Path output = out.resolve("output.txt");
            Process process = new ProcessBuilder(command(out, subjects))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Map<String, SuiteReport> reports = new LinkedHashMap<>();
            for (String subject : subjects.keySet()) {
                Path results = out.resolve(subject + ".xml");
                if (!Files.exists(results)) {
                    throw new AssertionError(folder + " did not get through " + subject + ", see " + output);
                }
                reports.put(subject, SuiteReport.read(results));
            }
            return reports;
        } catch (IOException e) {
            throw new AssertionError("cannot run " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + folder + " ran", e);
        }
    }

    private List<String> command(Path out, Map<String, String> subjects) throws IOException {
        // it keeps a database of coordinate systems there, which takes most of a minute to make
        Path home = Files.createDirectories(TARGET.resolve("home-" + folder));
        Path scratch = Files.createDirectories(out.resolve("tmp"));
        Path ours = jars(TARGET, "conformance-").get(0);
        List<Path> classPath = new ArrayList<>(List.of(ours));
        // the suite first: what it lost when it was packed comes after it
        classPath.addAll(jars(TARGET.resolve("suites").resolve(folder), "ets-"));
        classPath.addAll(jars(TARGET.resolve("suites").resolve(folder), ""));
        classPath.addAll(jars(TARGET.resolve("suites").resolve("shared"), ""));
        List<String> command = new ArrayList<>(List.of(
                ConformanceServer.JAVA,
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-javaagent:" + ours,
                "--add-exports",
                "java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                "--add-exports",
                "java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                "-D" + LoopbackOnly.TOKEN + "=" + ConformanceServer.token(),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch,
                "-Duser.home=" + home,
                "-Dderby.stream.error.file=" + out.resolve("derby.log"),
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath.stream().map(Path::toString).distinct().toList()),
                SuiteMain.class.getName(),
                controller,
                out.toString(),
                key));
        subjects.forEach((subject, url) -> command.addAll(List.of(subject, url)));
        return command;
    }

    private static List<Path> jars(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(".jar"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            if (jars.isEmpty()) {
                throw new AssertionError(
                        "there is no " + prefix + "*.jar in " + folder + "; mvn package puts it there");
            }
            return jars;
        }
    }
}
