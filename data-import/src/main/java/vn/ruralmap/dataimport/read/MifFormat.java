package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** MapInfo Interchange Format: geometry in .mif, values in .mid. */
final class MifFormat implements Format {
    private static final Pattern VERSION = Pattern.compile("^version\\s+\\d{1,4}\\s");

    @Override
    public Map<String, Rank> extensions() {
        return Map.of("mif", Rank.COPY);
    }

    @Override
    public List<String> companions() {
        return List.of("mid");
    }

    @Override
    public boolean isStartOf(FileStart start) {
        return VERSION.matcher(start.text()).find();
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return MifSource.open(parts, options);
    }
}
