package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** Answers GetFeatureInfo in the asked format. */
@Component
class FeatureInfo {

    private final FeatureFinder finder;
    private final Map<InfoFormat, InfoWriter> writers;

    FeatureInfo(List<InfoWriter> writers, FeatureFinder finder) {
        this.finder = finder;
        this.writers = writers.stream().collect(Collectors.toMap(InfoWriter::format, Function.identity()));
    }

    void answer(FeatureInfoRequest request, HttpServletResponse response) throws IOException {
        List<Found> found = finder.find(request);
        InfoWriter writer = Objects.requireNonNull(writers.get(request.format()));
        response.setContentType(writer.contentType());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-cache");
        writer.write(found, request.map().language(), response.getOutputStream());
    }
}
