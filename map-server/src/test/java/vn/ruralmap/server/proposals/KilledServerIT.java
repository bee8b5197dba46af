package vn.ruralmap.server.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.check.StoreCheck;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreContents;
import vn.ruralmap.server.TestStore;
import vn.ruralmap.server.accounts.AccountFacts;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.config.StoreLocation;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/**
 * A server is killed while one officer saves a draft again and again and two others lead a proposal to its end: whatever it answered is
 * there afterwards, and nothing is published twice. The moments are random; {@code -Druralmap.test.seed=N} repeats them.
 */
@Timeout(600)
class KilledServerIT {

    private static final int KILLS = 4;
    private static final int LATEST_MS = 1_200;
    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+)/");
    private static final List<String> STATES = List.of("", "draft", "submitted", "approved", "published");
    private static final String ZONES = "/ogc/collections/material_zones/items";

    private final long seed = Long.getLong("ruralmap.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Process process;
    private String url = "";

    private void start(String store) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Files.deleteIfExists(out);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.ruralmap.server.Main",
                "serve",
                "--store",
                store,
                "--port",
                "0");
        process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        Matcher address = ADDRESS.matcher("");
        while (!address.find()) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(Files.exists(out) ? Files.readString(out) : "")
                    .isTrue();
            process.waitFor(50, TimeUnit.MILLISECONDS);
            address = ADDRESS.matcher(Files.exists(out) ? Files.readString(out) : "");
        }
        url = address.group(1);
    }

    /** @return null: no answer came */
    private HttpResponse<String> send(String who, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/geo+json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (who + ':' + Officer.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private long zone(String code, String geometry) {
        HttpResponse<String> created = send(
                "Lan",
                "POST",
                ZONES,
                "{'type':'Feature','geometry':" + geometry + ",'properties':{'zone_code':'" + code + "'}}");
        String location = created.headers().firstValue("Location").orElseThrow();
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private JsonNode properties(long fid) {
        return json(send("Ai", "GET", ZONES + "/" + fid, "{}")).get("properties");
    }

    private String draft(String title, long fid, int version, String product) {
        return "{'title':'" + title + "','edits':[" + Zones.change(fid, version, "'product':'" + product + "'") + "]}";
    }

    @Test
    void what_was_answered_is_there_and_nothing_is_published_twice() throws IOException, InterruptedException {
        String store = TestStore.create(folder);
        try (FeatureStore opened = StoreLocation.open(store, CatalogueReader.readDefault())) {
            Accounts accounts = new Accounts(opened.documents(), Clock.systemUTC());
            for (String name : List.of("Lan", "Minh", "Ai")) {
                accounts.add(name, AccountFacts.of(EnumSet.allOf(Role.class), List.of()), Officer.PASSWORD);
            }
        }
        start(store);
        long west = zone("VN-TAY-9", Zones.west(9, 105.92));
        long east = zone("VN-DONG-9", Zones.east(9, 105.92));
        String draft = send("Lan", "POST", "/api/proposals", draft("Nháp", west, 1, "0"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        int saved = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            AtomicInteger lastSaved = new AtomicInteger(saved);
            AtomicReference<String> proposal = new AtomicReference<>("");
            AtomicReference<String> lastState = new AtomicReference<>("");
            int before = properties(east).get("version").asInt();
            CompletableFuture<Void> saving = CompletableFuture.runAsync(() -> save(draft, west, lastSaved));
            String product = "Mít " + kill;
            CompletableFuture<Void> leading =
                    CompletableFuture.runAsync(() -> lead(east, before, product, proposal, lastState));
            Thread.sleep(random.nextInt(LATEST_MS));
            process.destroyForcibly().waitFor();
            CompletableFuture.allOf(saving, leading).join();
            start(store);

            String reason = "seed " + seed + ", kill " + kill + ", state " + lastState.get();
            saved = Integer.parseInt(json(send("Lan", "GET", draft, ""))
                    .get("edits")
                    .get(0)
                    .get("properties")
                    .get("product")
                    .asString());
            assertThat(saved).as(reason).isBetween(lastSaved.get(), lastSaved.get() + 1);
            if (!proposal.get().isEmpty()) {
                demandLed(proposal.get(), lastState.get(), east, before, product, reason);
            }
        }
        process.destroyForcibly().waitFor();
        try (StoreContents contents = StoreLocation.openContents(store, CatalogueReader.readDefault())) {
            assertThat(StoreCheck.run(contents).findings()).as("seed " + seed).isEmpty();
        }
    }

    /** Until the server is gone. */
    private void save(String path, long fid, AtomicInteger last) {
        HttpResponse<String> answer = send("Lan", "GET", path, "");
        while (answer != null && answer.statusCode() == 200) {
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            answer = send("Lan", "PUT", path, draft("Nháp", fid, 1, "" + (last.get() + 1)), "If-Match", tag);
            if (answer != null && answer.statusCode() == 200) {
                last.incrementAndGet();
            }
        }
    }

    private void lead(
            long fid, int version, String product, AtomicReference<String> path, AtomicReference<String> state) {
        HttpResponse<String> answer = send("Lan", "POST", "/api/proposals", draft("Đổi cây", fid, version, product));
        for (String step : List.of("submit", "approve", "publish")) {
            if (answer == null || answer.statusCode() > 201) {
                return;
            }
            JsonNode head = json(answer);
            path.set("/api/proposals/" + head.get("id").asString());
            state.set(head.get("state").asString());
            answer = send(
                    step.equals("submit") ? "Lan" : "Minh",
                    "POST",
                    path.get() + "/" + step,
                    "{}",
                    "If-Match",
                    "\"" + head.get("version").asInt() + "\"");
        }
        if (answer != null && answer.statusCode() == 200) {
            state.set(json(answer).get("state").asString());
        }
    }

    /** It is where it was answered to be, or one step on; and goes on to its end. */
    private void demandLed(String path, String told, long fid, int before, String product, String reason) {
        JsonNode head = json(send("Minh", "GET", path, ""));
        int reached = STATES.indexOf(head.get("state").asString());
        assertThat(reached).as(reason).isBetween(STATES.indexOf(told), STATES.indexOf(told) + 1);
        assertThat(properties(fid).get("version").asInt()).as(reason).isEqualTo(reached == 4 ? before + 1 : before);
        for (String step : List.of("submit", "approve", "publish").subList(Math.min(reached - 1, 3), 3)) {
            String who = step.equals("submit") ? "Lan" : "Minh";
            HttpResponse<String> answer = send(
                    who,
                    "POST",
                    path + "/" + step,
                    "{}",
                    "If-Match",
                    "\"" + head.get("version").asInt() + "\"");
            assertThat(answer.statusCode()).as(reason + answer.body()).isEqualTo(200);
            head = json(answer);
        }
        assertThat(properties(fid).get("product").asString()).as(reason).isEqualTo(product);
        assertThat(properties(fid).get("version").asInt()).as(reason).isEqualTo(before + 1);
    }
}
