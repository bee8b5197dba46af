package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/** KML, whose root or namespace is in its first bytes; KMZ is a zip with a .kml in it. */
final class KmlFormat implements Format {
    private static final Pattern ROOT = Pattern.compile("<(?:[a-z0-9_]+:)?kml[\\s>]");

    @Override
    public Map<String, Rank> extensions() {
        return Map.of("kml", Rank.COPY);
    }

    @Override
    public boolean isStartOf(FileStart start) {
        String text = start.text();
        return text.startsWith("<")
                && (ROOT.matcher(text).find()
                        || text.contains("earth.google.com/kml")
                        || text.contains("opengis.net/kml"));
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return MendedSource.of(KmlSource.open(parts, options), options.encodings());
    }
}
