package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./ruralmap} in a checkout of its own, with only the programs on its PATH that a test puts there. */
class LauncherIT {

    /** What the script needs of any system. */
    private static final List<String> BASICS =
            List.of("bash", "dirname", "find", "sed", "tail", "mkdir", "cat", "locale", "env", "sh");

    @TempDir
    Path folder;

    private Path checkout;
    private Path programs;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(
                Path.of("..", "ruralmap"),
                checkout.resolve("ruralmap"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(
                Files.createDirectories(checkout.resolve("layers/src/main")).resolve("Layer.java"), "class Layer {}");
        programs = Files.createDirectories(folder.resolve("programs"));
        for (String basic : BASICS) {
            link(basic);
        }
    }

    private void link(String program) throws IOException {
        Path real = Arrays.stream(System.getenv("PATH").split(":"))
                .map(path -> Path.of(path, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(program + " is not on the PATH"));
        Files.createSymbolicLink(programs.resolve(program), real);
    }

    private void script(String name, String... lines) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!" + programs.resolve("bash") + "\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Says which Java it is when asked, else which arguments it got, one a line. */
    private void java(int version) throws IOException {
        script(
                "java",
                "case \"$1\" in -XshowSettings*) echo '    java.specification.version = " + version
                        + "' >&2; exit;; esac",
                "printf '<%s>\\n' \"$@\"",
                "echo \"locale: ${LC_ALL:-${LANG:-}}\"");
    }

    private Path jar() throws IOException {
        Path jar =
                Files.createDirectories(checkout.resolve("map-server/target")).resolve("ruralmap.jar");
        try {
            Files.createFile(jar);
        } catch (FileAlreadyExistsException e) {
            Files.writeString(jar, "");
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        return jar;
    }

    private Outcome ruralmap(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of(
                "PATH",
                programs.toString(),
                "JAVA_HOME",
                "",
                "RURALMAP_JAVA_OPTIONS",
                "",
                "LC_ALL",
                "",
                "LANG",
                "C.UTF-8"));
        all.putAll(environment);
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("ruralmap").toString()));
        command.addAll(List.of(arguments));
        return Processes.run(folder, all, command);
    }

    @Test
    void withoutJavaItSaysWhatToInstall() {
        Outcome outcome = ruralmap(Map.of(), "demo");

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("cần JDK 17", "JDK 17 or newer is needed", "apt install")
                .hasLineCount(2);
    }

    @Test
    void anOldJavaIsNamed() throws IOException {
        java(11);

        Outcome outcome = ruralmap(Map.of(), "demo");

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.err()).contains("là Java 11", "is Java 11; 17 or newer is needed");
    }

    @Test
    void withoutJarAndMavenItSaysWhatToInstall() throws IOException {
        java(17);

        Outcome outcome = ruralmap(Map.of(), "demo");

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("cần Maven", "Maven is needed", "apt install maven")
                .hasLineCount(2);
    }

    @Test
    void aFreshJarIsStartedWithTheArgumentsAsTheyAre() throws IOException {
        java(17);
        Path jar = jar();

        Outcome outcome = ruralmap(
                Map.of("RURALMAP_JAVA_OPTIONS", "-Xmx1g -Da=b"), "rollback", "Xã Kế Sách.zip", "--message", "");

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(outcome.out().lines())
                .startsWith("<-Xmx1g>", "<-Da=b>", "<-jar>", "<" + jar + ">")
                .contains("<rollback>", "<Xã Kế Sách.zip>", "<--message>", "<>");
    }

    @Test
    void anImportHasTheCollectorThatCostsLeastUnlessAnotherOneIsAskedFor() throws IOException {
        java(17);
        jar();

        assertThat(ruralmap(Map.of("RURALMAP_JAVA_OPTIONS", "-Xmx1g"), "import", "a.zip")
                        .out()
                        .lines())
                .startsWith("<-XX:+UseParallelGC>", "<-Xmx1g>");
        assertThat(ruralmap(Map.of("RURALMAP_JAVA_OPTIONS", "-XX:+UseSerialGC"), "import", "a.zip")
                        .out()
                        .lines())
                .startsWith("<-XX:+UseSerialGC>", "<-jar>");
        assertThat(ruralmap(Map.of(), "check").out().lines()).startsWith("<-jar>");
    }

    @Test
    void aServerGivesMemoryBackUnlessAnotherCollectorIsAskedFor() throws IOException {
        java(17);
        jar();

        assertThat(ruralmap(Map.of("RURALMAP_JAVA_OPTIONS", "-Xmx1g"), "serve")
                        .out()
                        .lines())
                .startsWith("<-XX:G1PeriodicGCInterval=60000>")
                .contains("<-Xmx1g>");
        assertThat(ruralmap(Map.of("RURALMAP_JAVA_OPTIONS", "-XX:+UseSerialGC"), "serve")
                        .out()
                        .lines())
                .startsWith("<-XX:+UseSerialGC>", "<-jar>");
    }

    @Test
    void aSourceThatIsNewerThanTheJarIsBuiltFirst() throws IOException {
        java(17);
        Files.setLastModifiedTime(jar(), FileTime.from(Instant.now().minusSeconds(60)));
        script("mvn", "echo \"mvn $*\" > '" + folder.resolve("mvn.txt") + "'");

        Outcome outcome = ruralmap(Map.of(), "serve");

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(outcome.err()).contains("đang biên dịch", "building");
        assertThat(folder.resolve("mvn.txt")).content().contains(" package ");
    }

    @Test
    void aBuildThatFailsShowsItsLastLinesAndWhereTheRestIs() throws IOException {
        java(17);
        script("mvn", "echo 'cannot find symbol'", "exit 1");

        Outcome outcome = ruralmap(Map.of(), "serve");

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("cannot find symbol", "biên dịch thất bại", "the build failed", "build.log");
    }

    /** In the POSIX locale Java can neither open a file with a Vietnamese name nor write a Vietnamese letter. */
    @Test
    void vietnameseFileNamesWorkOnAServerWithoutALocale() throws IOException {
        java(17);
        jar();

        assertThat(ruralmap(Map.of("LANG", ""), "serve").out()).contains("locale: C.UTF-8");
        assertThat(ruralmap(Map.of("LC_ALL", "C"), "serve").out()).contains("locale: C.UTF-8");
        assertThat(ruralmap(Map.of("LANG", "C.UTF-8"), "serve").out()).contains("locale: C.UTF-8");
    }
}
