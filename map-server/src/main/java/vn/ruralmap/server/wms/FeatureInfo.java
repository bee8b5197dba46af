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
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** Answers GetFeatureInfo in the asked format. */
@Component
class FeatureInfo {

    private final Catalogue catalogue;
    private final Map<InfoFormat, InfoWriter> writers;

    FeatureInfo(List<InfoWriter> writers, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.writers = writers.stream().collect(Collectors.toMap(InfoWriter::format, Function.identity()));
    }

    void answer(FeatureInfoRequest request, HttpServletResponse response) throws IOException {
        List<Found> found = FeatureFinder.find(request, catalogue);
        InfoWriter writer = Objects.requireNonNull(writers.get(request.format()));
        response.setContentType(writer.contentType());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-cache");
        writer.write(found, request.map().language(), response.getOutputStream());
    }
}
