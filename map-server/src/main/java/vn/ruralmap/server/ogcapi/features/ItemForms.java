package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FileFormats;
import vn.ruralmap.server.ogcapi.common.Representation;

/** The forms in which items are given: GeoJSON, a page, and every file format that the server has. */
@Component
final class ItemForms {

    static final Representation GEO_JSON = new Representation(
            "json",
            CollectionDocument.GEO_JSON,
            List.of(CollectionDocument.GEO_JSON, "application/json", "application/vnd.geo+json", "geojson"),
            LocalizedText.same("GeoJSON"));

    private final FileFormats formats;

    ItemForms(FileFormats formats) {
        this.formats = formats;
    }

    List<Representation> list() {
        List<Representation> forms = new ArrayList<>(List.of(GEO_JSON, Representation.HTML));
        for (FileFormat format : files()) {
            forms.add(
                    new Representation(format.name(), format.mediaType(), List.of(format.mediaType()), format.title()));
        }
        return forms;
    }

    /** The file format behind a form; none for GeoJSON and pages. */
    Optional<FileFormat> findFile(Representation form) {
        return files().stream()
                .filter(format -> format.name().equals(form.name()))
                .findFirst();
    }

    private List<FileFormat> files() {
        return Stream.of(formats.list())
                .flatMap(List::stream)
                .filter(format -> !format.mediaType().equals(CollectionDocument.GEO_JSON))
                .toList();
    }
}
