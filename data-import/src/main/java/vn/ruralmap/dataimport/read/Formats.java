package vn.ruralmap.dataimport.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that can be imported, in the order in which they are asked. */
final class Formats {
    private static final List<Format> ALL = List.of(
            new ShapefileFormat(),
            new GeoPackageFormat(),
            new GeoJsonFormat(),
            new KmlFormat(),
            new GmlFormat(),
            new MifFormat(),
            GdalFormat.TAB,
            GdalFormat.DXF,
            GdalFormat.DGN,
            GdalFormat.FLATGEOBUF,
            new CsvFormat());

    private Formats() {}

    /** By content; where that does not tell, a damaged file is best explained by the format of its extension. */
    static Optional<Format> find(FileStart start, String fileName) {
        return ALL.stream()
                .filter(format -> format.isStartOf(start))
                .findFirst()
                .or(() -> start.bytes().length == 0 ? Optional.empty() : ofExtension(fileName));
    }

    static Optional<Format> ofExtension(String fileName) {
        String extension = FileParts.extension(fileName);
        return ALL.stream()
                .filter(format -> format.extensions().containsKey(extension))
                .findFirst();
    }

    /** For people: {@code .shp, .gpkg, ...}. */
    static String list() {
        return ALL.stream()
                .flatMap(format -> format.extensions().keySet().stream().sorted())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(", "));
    }
}
