package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tables as text, which nothing but the extension tells from other texts. */
final class CsvFormat implements Format {

    @Override
    public Map<String, Rank> extensions() {
        return Map.of("csv", Rank.TABLE, "tsv", Rank.TABLE, "txt", Rank.DOUBTFUL);
    }

    @Override
    public List<String> companions() {
        return List.of("prj");
    }

    @Override
    public boolean isStartOf(FileStart start) {
        return false;
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return CsvSource.open(parts, options);
    }
}
