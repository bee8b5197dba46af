package vn.ruralmap.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.ServerFixture;

/** Whatever is broken in a file that was uploaded, it is planned or refused with reasons; nothing fails. */
class BrokenFilesTest {

    private static final int FILES = 12;

    private static final ServerFixture SERVER = ServerFixture.get();
    private static final Imports IMPORTS = new Imports(SERVER);

    /** Some bits turned, bytes put in or taken away, or an end that is missing. */
    private static byte[] broken(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(1, 20); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        int from = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(64), bytes.length - from);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> {
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                System.arraycopy(bytes, from + length, shorter, from, bytes.length - from - length);
                yield shorter;
            }
            default -> bytes;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"shp.zip", "gpkg", "geojson", "csv", "kml"})
    void a_broken_file_is_planned_or_refused_with_reasons(String extension) {
        byte[] sound = SERVER.getBytes("/download/communes." + extension).body();
        for (int seed = 0; seed < FILES; seed++) {
            String id = IMPORTS.create("communes");
            IMPORTS.upload(id, "a." + extension, broken(sound, new SplittableRandom(seed)));

            JsonNode ended = IMPORTS.plan(id, "{\"validFrom\":\"2025-07-01\"}");

            String what = extension + " " + seed + " " + ended;
            assertThat(ended.path("state").asString()).as(what).isIn("PLANNED", "REFUSED", "NOTHING_TO_DO");
            if (ended.path("state").asString().equals("REFUSED")) {
                assertThat(ended.toString())
                        .as(what)
                        .contains("\"vi\"", "\"en\"")
                        .doesNotContain("Exception");
            }
            for (String path : List.of("/preview?rows=20", "/map", "/report.csv", "/report.txt", "/report.geojson")) {
                HttpResponse<String> answer = IMPORTS.send("GET", "/api/imports/" + id + path, "");
                assertThat(answer.statusCode()).as(path + " " + what).isLessThan(500);
            }
            assertThat(IMPORTS.send("DELETE", "/api/imports/" + id, "").statusCode())
                    .as(what)
                    .isEqualTo(204);
        }
        assertThat(SERVER.get("/wms?SERVICE=WMS&REQUEST=GetCapabilities").statusCode())
                .isEqualTo(200);
    }
}
