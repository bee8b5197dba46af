package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.FileFormat;
import vn.ruralmap.server.formats.FormatLimitException;
import vn.ruralmap.server.support.ExportLimit;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.FeatureAnswer.Shape;

/** A file format of downloads as an output format of GetFeature: one feature type, no numbers and links of pages. */
final class FileFormatAdapter implements FeatureFormat {

    private final FileFormat format;

    FileFormatAdapter(FileFormat format) {
        this.format = format;
    }

    @Override
    public List<String> names() {
        return List.of(format.aliases().get(0));
    }

    @Override
    public List<String> aliases() {
        List<String> names = new ArrayList<>(format.aliases());
        names.add(format.name());
        return names;
    }

    @Override
    public String contentType() {
        return format.mediaType();
    }

    @Override
    public SpatialReference defaultReference() {
        return SpatialReference.CRS84;
    }

    @Override
    public void write(FeatureAnswer answer, ExportLimit limit) throws IOException {
        if (answer.shape() == Shape.HITS) {
            throw RequestException.invalid(
                    "resultType", "hits chỉ có ở GML và GeoJSON", "hits is for GML and GeoJSON only");
        }
        if (answer.parts().size() != 1) {
            throw RequestException.invalid(
                    "typeNames",
                    "dạng " + format.name() + " chứa một loại mỗi yêu cầu",
                    format.name() + " holds one type for each request");
        }
        FeatureTable given = answer.parts().get(0).table();
        FeatureTable table = given.in(format.reference(given.reference()));
        HttpServletResponse response = answer.exchange().response();
        response.setContentType(contentType());
        try {
            limit.run(response.getOutputStream(), (client, pause) -> format.write(table.withPauses(pause), client));
        } catch (FormatLimitException e) {
            throw RequestException.of(
                    "OperationProcessingFailed",
                    "outputFormat",
                    e.text().vi(),
                    e.text().en());
        }
    }
}
