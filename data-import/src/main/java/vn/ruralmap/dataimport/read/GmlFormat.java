package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.Map;

/** GML feature collections, recognised by the namespaces of GML and WFS. */
final class GmlFormat implements Format {

    @Override
    public Map<String, Rank> extensions() {
        return Map.of("gml", Rank.COPY, "xml", Rank.DOUBTFUL);
    }

    @Override
    public boolean isStartOf(FileStart start) {
        String text = start.text();
        return text.startsWith("<")
                && (text.contains("opengis.net/gml")
                        || text.contains("opengis.net/wfs")
                        || text.contains("featurecollection")
                        || text.contains("opengis.net/ows"));
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return MendedSource.of(GmlSource.open(parts, options), options.encodings());
    }
}
