package vn.ruralmap.server.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;

/**
 * GML 3.2 (OGC 07-036) in a feature collection of WFS 2.0, as the feed has it. Coordinates come in the authority's order:
 * latitude first in EPSG:4326.
 */
@Component
@Order(7)
final class GmlFile implements FileFormat {

    @Override
    public String name() {
        return "gml";
    }

    @Override
    public List<String> aliases() {
        return List.of("application/gml+xml", "gml32", "text/xml; subtype=gml/3.2");
    }

    @Override
    public String mediaType() {
        return "application/gml+xml;version=3.2";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("GML 3.2", "GML 3.2");
    }

    @Override
    public SpatialReference reference(SpatialReference asked) {
        return asked.isWgs84() ? SpatialReference.WGS84 : SpatialReference.authority(asked.system());
    }

    @Override
    public void write(FeatureTable given, OutputStream out) throws IOException {
        FeatureTable table = given.in(reference(given.reference()));
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        GmlCollection collection = GmlCollection.start(
                XmlWriter.compact(out),
                GmlDialect.GML32,
                new GmlCollection.Head(now, table.size(), table.size(), null, null, null, schemaUrl(table)),
                false);
        collection.write(table);
        collection.end();
    }

    /** Where the server's address is known, types of values too; without them GDAL takes a code for a number. */
    private static @Nullable String schemaUrl(FeatureTable table) {
        return table.serverUrl() == null
                ? null
                : table.serverUrl() + "/wfs?service=WFS&version=2.0.0&request=DescribeFeatureType&typeNames=ntm%3A"
                        + table.name();
    }
}
