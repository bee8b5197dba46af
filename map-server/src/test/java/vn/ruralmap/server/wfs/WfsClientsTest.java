package vn.ruralmap.server.wfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests in the shape in which programs send them, written from their documentation and sources: QGIS, ArcGIS, MapInfo, OpenLayers, GDAL and
 * OWSLib. {@code src/test/resources/wfs/clients} has the requests, {@code wfs/expected/clients} the answers.
 */
class WfsClientsTest {

    private static final Path REQUESTS = Path.of("src/test/resources/wfs/clients");

    static Stream<String> requests() throws IOException {
        try (Stream<Path> files = Files.list(REQUESTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void a_program_gets_what_it_asks_for(String file) {
        String request = read(file).strip();
        HttpResponse<String> answer = file.endsWith(".url")
                ? Wfs.SERVER.get(request.replace("(", "%28").replace(")", "%29"))
                : Wfs.SERVER.post("/wfs", "text/xml", request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("Exception");
        Golden.assertSame("clients/" + file.replaceAll("\\.\\w+$", ".txt"), Wfs.stable(answer.body()));
    }

    private static String read(String file) {
        try {
            return Files.readString(REQUESTS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
