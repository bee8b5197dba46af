package vn.ruralmap.dataimport.read;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** ESRI Shapefile, recognised by the file code of its .shp. */
final class ShapefileFormat implements Format {

    @Override
    public Map<String, Rank> extensions() {
        return Map.of("shp", Rank.EXCHANGE);
    }

    /** What is read; {@code cst} is how GeoServer spells {@code cpg}. */
    @Override
    public List<String> companions() {
        return List.of("shx", "dbf", "prj", "cpg", "cst");
    }

    @Override
    public boolean isStartOf(FileStart start) {
        return start.startsWith("0000270a");
    }

    @Override
    public Source open(FileParts parts, ReadOptions options) throws UnreadableSourceException, IOException {
        return ShapefileSource.open(parts, options);
    }
}
