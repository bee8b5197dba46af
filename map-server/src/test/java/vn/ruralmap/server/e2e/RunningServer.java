package vn.ruralmap.server.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A server in a process of its own, on a free port. */
final class RunningServer implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+)/");
    private static final int SLOWEST_START_SECONDS = 90;

    private final Process process;
    private final String location;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Process process, String location, String url) {
        this.process = process;
        this.location = location;
        this.url = url;
    }

    static RunningServer serve(Path store) {
        return serve(store.toString());
    }

    /** @param location of the store, as {@code --store} takes it */
    static RunningServer serve(String location) {
        return start("serve", location, folderOf(location));
    }

    /** @param folder where it runs, and keeps what lies beside a database */
    static RunningServer serve(String location, Path folder) {
        return start("serve", location, folder);
    }

    /** With the sample, which is loaded into the store first if that is empty. */
    static RunningServer demo(Path store) {
        return demo(store.toString());
    }

    static RunningServer demo(String location) {
        return start("demo", location, folderOf(location));
    }

    /** {@code http://localhost:PORT} */
    String url() {
        return url;
    }

    /** Of a server on a file. */
    Path store() {
        return Path.of(location);
    }

    /** Of its store, as {@code --store} takes it. */
    String location() {
        return location;
    }

    /** @param path with query, encoded */
    String text(String path) {
        HttpResponse<String> response = send(path, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " gave " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** @param path with query, encoded */
    BufferedImage image(String path) {
        HttpResponse<byte[]> response = send(path, HttpResponse.BodyHandlers.ofByteArray());
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
            if (image == null) {
                throw new AssertionError(path + " gave no image but: " + new String(response.body()));
            }
            return image;
        } catch (IOException e) {
            throw new AssertionError(path + " gave a broken image", e);
        }
    }

    private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), body);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + path, e);
        }
    }

    private static Path folderOf(String location) {
        try {
            return StoreFile.isDatabase(location)
                    ? Files.createTempDirectory("ruralmap-server")
                    : Path.of(location).toAbsolutePath().getParent();
        } catch (IOException e) {
            throw new AssertionError("no folder for a server", e);
        }
    }

    private static RunningServer start(String command, String location, Path folder) {
        try {
            Path out = folder.resolve("server-out.txt");
            Path err = folder.resolve("server-err.txt");
            Process process = new ProcessBuilder(Program.command(command, "--store", location, "--port", "0"))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new RunningServer(process, location, waitForAddress(process, out, err));
        } catch (IOException e) {
            throw new AssertionError("cannot start a server", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a server started", e);
        }
    }

    private static String waitForAddress(Process process, Path out, Path err) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SLOWEST_START_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            Matcher address = ADDRESS.matcher(Files.readString(out));
            if (address.find()) {
                return address.group(1);
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        String end = process.isAlive() ? "" : ", exit code " + process.exitValue();
        process.destroyForcibly();
        throw new AssertionError(
                "the server did not start" + end + ":\n" + Files.readString(out) + Files.readString(err));
    }

    /** As a power cut does: nothing is put in order. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of a person who imports. @param path with query, encoded */
    String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("X-Ruralmap", "import")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
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
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the server did not stop when asked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
