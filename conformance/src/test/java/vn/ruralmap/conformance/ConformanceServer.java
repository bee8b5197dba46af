package vn.ruralmap.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built program, in a process of its own. */
final class ConformanceServer implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Path JAR = Path.of("..", "map-server", "target", "ruralmap.jar")
            .toAbsolutePath()
            .normalize();
    private static final String CATALOGUE =
            Path.of("src", "test", "resources", "catalogue").toAbsolutePath().toString();
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
    private static final int SLOWEST_START_SECONDS = 240;

    private static final String ACCOUNT = "conformance";
    private static volatile String token = "";

    private final Process process;
    private final String url;

    private ConformanceServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * With the layers of the folder {@code catalogue} and {@link SurveyData}; the shipped layers are empty. One for all classes: it
     * ends with the JVM.
     */
    static ConformanceServer survey() {
        return Survey.SERVER;
    }

    private static final class Survey {
        private static final ConformanceServer SERVER = start(folder -> {
            for (SurveyData data : SurveyData.values()) {
                Path out = folder.resolve(data.layer() + ".txt");
                String file = data.write(folder).toString();
                Process load = run(folder, out, "import", file, "--layer", data.layer(), "--catalogue", CATALOGUE);
                if (load.waitFor() != 0) {
                    throw new AssertionError("the data could not be loaded:\n" + Files.readString(out));
                }
            }
            writer(folder, "user", "add", ACCOUNT, "--role", "officer,data-manager", "--catalogue", CATALOGUE);
            token = writer(folder, "user", "token", ACCOUNT, "--for", "conformance", "--catalogue", CATALOGUE);
            return List.of("serve", "--catalogue", CATALOGUE);
        });
    }

    /** A personal token of somebody who may write to {@link #survey()}; empty before there is that. */
    static String token() {
        return token;
    }

    private static String writer(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("user.txt");
        if (run(folder, out, arguments).waitFor() != 0) {
            throw new AssertionError("no account:\n" + Files.readString(out));
        }
        return Files.readString(out).strip();
    }

    /** With the sample. */
    static ConformanceServer demo() {
        return start(folder -> List.of("demo"));
    }

    /** Makes the store. */
    private interface Preparation {
        /** @return the command that serves it */
        List<String> prepare(Path folder) throws IOException, InterruptedException;
    }

    private static ConformanceServer start(Preparation preparation) {
        try {
            if (!Files.exists(JAR)) {
                throw new AssertionError("there is no " + JAR + "; mvn package makes it");
            }
            Path folder = Files.createTempDirectory("ruralmap-conformance");
            List<String> command = new ArrayList<>(preparation.prepare(folder));
            command.addAll(List.of("--port", "0"));
            Path out = folder.resolve("server.txt");
            Process server = run(folder, out, command.toArray(String[]::new));
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
            return new ConformanceServer(server, waitForAddress(server, out));
        } catch (IOException e) {
            throw new AssertionError("cannot start a server", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a server started", e);
        }
    }

    private static Process run(Path folder, Path out, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(JAVA, "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--store", "map.gpkg"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    private static String waitForAddress(Process process, Path out) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SLOWEST_START_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            Matcher address = ADDRESS.matcher(Files.readString(out));
            if (address.find()) {
                return "http://localhost:" + address.group(1);
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new AssertionError("the server did not start:\n" + Files.readString(out));
    }

    String url() {
        return url;
    }

    /** @param path with query, encoded */
    String get(String path) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " gave " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError("no answer to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + path, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
