package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.Map;

/** GeoJSON, which is all that starts with a brace. */
final class GeoJsonFormat implements Format {

    @Override
    public Map<String, Rank> extensions() {
        return Map.of("geojson", Rank.EXCHANGE, "json", Rank.DOUBTFUL);
    }

    @Override
    public boolean isStartOf(FileStart start) {
        return start.text().startsWith("{");
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return MendedSource.ofGeoJson(parts.main(), parts.name(), options);
    }
}
