package vn.ruralmap.server.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.ServerFixture;

class WorkLimitTest {

    private static final Runnable PRESENT = () -> {};

    @Test
    void work_beyond_the_limit_is_refused_after_the_wait() throws Exception {
        WorkLimit limit = new WorkLimit(2, Duration.ofMillis(20));
        Busy busy = new Busy(limit);
        assertThatThrownBy(() -> limit.run(PRESENT, () -> "done"))
                .isInstanceOfSatisfying(
                        RequestException.class, e -> assertThat(e.httpStatus()).isEqualTo(503));
        busy.end();
        assertThat(limit.run(PRESENT, () -> "done")).isEqualTo("done");
    }

    @Test
    void work_that_fails_gives_its_place_back() throws IOException {
        WorkLimit limit = new WorkLimit(1, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> limit.run(PRESENT, () -> {
                        throw new IOException("disk");
                    }))
                    .hasMessage("disk");
        }
        assertThat(limit.run(PRESENT, () -> "done")).isEqualTo("done");
    }

    @Test
    void an_overloaded_server_says_so_in_the_form_of_the_protocol() throws Exception {
        ServerFixture server = ServerFixture.get();
        String map = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=communes&STYLES=&FORMAT=image/png"
                + "&CRS=CRS:84&BBOX=105,9,106,10&WIDTH=64&HEIGHT=64";
        Busy busy = new Busy(server.bean(WorkLimit.class));
        try {
            var answer = server.get(map);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.body()).contains("<ServiceException code=\"Overloaded\">", "quá tải");

            var image = server.getBytes(map + "&EXCEPTIONS=INIMAGE");
            assertThat(image.statusCode()).isEqualTo(503);
            assertThat(image.headers().firstValue("Retry-After")).contains("1");
            assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
        } finally {
            busy.end();
        }
        assertThat(server.get(map).statusCode()).isEqualTo(200);
    }
}
