package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Objects;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.ServerFixture;

/** Asks the WMS of the shared server. */
final class Wms {

    static final ServerFixture SERVER = ServerFixture.get();

    /** A map 0.2 degree wide and high, a thousandth of a degree to the pixel; the upper left is 105.88, 9.88. */
    static final String AREA = "CRS=CRS:84&BBOX=105.88,9.68,106.08,9.88&WIDTH=200&HEIGHT=200";

    private Wms() {}

    /** @param query what comes after {@code REQUEST=}, encoded */
    static HttpResponse<String> ask(String query, String... headers) {
        return SERVER.get("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=" + query, headers);
    }

    static HttpResponse<String> ask111(String query) {
        return SERVER.get("/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=" + query);
    }

    /** GetMap of {@link #AREA} as PNG. */
    static BufferedImage map(String query) {
        return image("/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&FORMAT=image/png&" + AREA + "&" + query);
    }

    static BufferedImage image(String path) {
        return decode(SERVER.getBytes(path));
    }

    static BufferedImage decode(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(() -> new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("image/");
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** GetFeatureInfo on {@link #AREA} as JSON. */
    static JsonNode info(String query) {
        return JsonMapper.shared()
                .readTree(ask("GetFeatureInfo&STYLES=&INFO_FORMAT=application/json&" + AREA + "&" + query)
                        .body());
    }

    /** A document with what differs from run to run, or with the styles, made the same. */
    static String stable(String document) {
        return document.replace(SERVER.url(), "http://server")
                .replace(SERVER.bean(Snapshots.class).today().toString(), "TODAY")
                .replaceAll("(<LegendURL) width=\"\\d+\" height=\"\\d+\"", "$1 width=\"W\" height=\"H\"")
                .replaceAll("updateSequence=\"\\d+\"", "updateSequence=\"N\"");
    }
}
