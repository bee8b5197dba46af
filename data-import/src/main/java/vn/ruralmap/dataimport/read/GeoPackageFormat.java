package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.Map;

/** GeoPackage; any SQLite database goes to its reader, which tells what is missing. */
final class GeoPackageFormat implements Format {

    @Override
    public Map<String, Rank> extensions() {
        return Map.of("gpkg", Rank.EXCHANGE);
    }

    @Override
    public boolean isStartOf(FileStart start) {
        // "SQLite format 3" and a zero byte.
        return start.startsWith("53514c69746520666f726d6174203300");
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return MendedSource.of(GeoPackageSource.open(parts.main(), parts.name(), options), options.encodings());
    }
}
