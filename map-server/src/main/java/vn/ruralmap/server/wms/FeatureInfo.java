package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.editing.PrivateReadings;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** Answers GetFeatureInfo in the asked format. */
@Component
class FeatureInfo {

    private final FeatureFinder finder;
    private final Audiences audiences;
    private final PrivateReadings privateReadings;
    private final Map<InfoFormat, InfoWriter> writers;

    FeatureInfo(List<InfoWriter> writers, FeatureFinder finder, Audiences audiences, PrivateReadings privateReadings) {
        this.privateReadings = privateReadings;
        this.finder = finder;
        this.audiences = audiences;
        this.writers = writers.stream().collect(Collectors.toMap(InfoWriter::format, Function.identity()));
    }

    /** What lies there is found as it is drawn, for everybody alike; what is told of it depends on who asks. */
    void answer(FeatureInfoRequest request, HttpServletRequest sent, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        List<Found> found = finder.find(request).stream()
                .map(each -> new Found(audiences.show(each.view(), sent, response), each.feature()))
                .toList();
        found.forEach(each -> privateReadings.feed(sent, each.view(), "click"));
        InfoWriter writer = Objects.requireNonNull(writers.get(request.format()));
        response.setContentType(writer.contentType());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        writer.write(found, request.map().language(), response.getOutputStream());
    }
}
