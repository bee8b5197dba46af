package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.formats.FeatureTable;
import vn.ruralmap.server.formats.GmlCollection;
import vn.ruralmap.server.formats.GmlDialect;
import vn.ruralmap.server.support.ExportLimit;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.FeatureAnswer.Shape;

/** GML, the format that every WFS has: the version of each version of WFS in all of them. */
enum GmlFormat implements FeatureFormat {
    GML32(
            GmlDialect.GML32,
            List.of("application/gml+xml; version=3.2", "text/xml; subtype=gml/3.2"),
            List.of(
                    "text/xml; subtype=gml/3.2.1",
                    "application/gml+xml; version=3.2.1",
                    "application/gml+xml",
                    "gml32"),
            "application/gml+xml; version=3.2"),
    GML31(
            GmlDialect.GML31,
            List.of("text/xml; subtype=gml/3.1.1"),
            List.of(
                    "text/xml; subtype=gml/3.1.1/profiles/gmlsf/1.0.0/0",
                    "application/gml+xml; version=3.1.1",
                    "text/gml; subtype=gml/3.1.1",
                    "text/xml; subtype=gml/3.1",
                    "gml311",
                    "gml3"),
            "text/xml; subtype=gml/3.1.1; charset=UTF-8"),
    GML2(
            GmlDialect.GML2,
            List.of("GML2"),
            List.of(
                    "text/xml; subtype=gml/2.1.2",
                    "text/xml; subtype=gml/2.1",
                    "application/gml+xml; version=2.1",
                    "gml"),
            "text/xml; subtype=gml/2.1.2; charset=UTF-8");

    private final GmlDialect dialect;
    private final List<String> names;
    private final List<String> aliases;
    private final String contentType;

    GmlFormat(GmlDialect dialect, List<String> names, List<String> aliases, String contentType) {
        this.dialect = dialect;
        this.names = names;
        this.aliases = aliases;
        this.contentType = contentType;
    }

    /** The one that answers in a version have if the client does not ask for another. */
    static GmlFormat of(WfsVersion version) {
        return switch (version) {
            case V1_0_0 -> GML2;
            case V1_1_0 -> GML31;
            case V2_0_0 -> GML32;
        };
    }

    GmlDialect dialect() {
        return dialect;
    }

    /** True if a client means it by this name. */
    boolean isCalled(String name) {
        String wanted = FeatureFormats.bare(name);
        return Stream.concat(names.stream(), aliases.stream())
                .map(FeatureFormats::bare)
                .anyMatch(wanted::equals);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    /** GML 2 knows no order of axes. */
    @Override
    public SpatialReference defaultReference() {
        return this == GML2 ? SpatialReference.WGS84.eastwardFirst() : SpatialReference.WGS84;
    }

    @Override
    public void write(FeatureAnswer answer, ExportLimit limit) throws IOException {
        if (answer.shape() == Shape.HITS && this == GML2) {
            throw RequestException.invalid(
                    "resultType", "GML 2 không có chỗ cho số lượng", "GML 2 has no place for numbers");
        }
        HttpServletResponse response = answer.exchange().response();
        response.setContentType(contentType);
        try (OutputStream out = limit.share(response.getOutputStream())) {
            write(answer, XmlWriter.compact(out));
            out.flush();
        }
    }

    private void write(FeatureAnswer answer, XmlWriter xml) throws IOException {
        if (answer.shape() == Shape.FEATURE) {
            FeatureAnswer.Part part = answer.parts().get(0);
            Feature feature = part.features().get(0);
            GmlCollection.single(xml, dialect, schemaUrl(answer), part.table(), feature);
            return;
        }
        GmlCollection collection = GmlCollection.start(
                xml,
                dialect,
                new GmlCollection.Head(
                        answer.time(),
                        answer.matched(),
                        answer.returned(),
                        answer.links().next(),
                        answer.links().previous(),
                        answer.lockId(),
                        schemaUrl(answer)),
                answer.parts().size() > 1);
        if (this != GML32 && answer.shape() != Shape.HITS) {
            bounds(collection, answer);
        }
        for (FeatureAnswer.Part part : answer.parts()) {
            boolean nested = answer.shape() == Shape.COLLECTION_PER_QUERY && this == GML32;
            if (nested) {
                collection.startNested(
                        answer.time(), part.matched(), part.features().size());
            }
            collection.write(part.table());
            if (nested) {
                collection.endNested();
            }
        }
        collection.end();
    }

    /** Around all features; not said if they come in several systems. */
    private static void bounds(GmlCollection collection, FeatureAnswer answer) throws IOException {
        Envelope box = new Envelope();
        List<FeatureTable> tables =
                answer.parts().stream().map(FeatureAnswer.Part::table).toList();
        if (tables.stream().map(FeatureTable::reference).distinct().count() == 1) {
            tables.forEach(table -> box.expandToInclude(table.bounds()));
        }
        collection.bounds(
                box, tables.isEmpty() ? SpatialReference.WGS84 : tables.get(0).reference());
    }

    /** The schema of the types in the answer and no other: MapInfo reads one table per schema. */
    private @Nullable String schemaUrl(FeatureAnswer answer) {
        String types = answer.typeNames().stream()
                .map(name -> GmlDialect.PREFIX + ':' + name)
                .collect(Collectors.joining(","));
        return types.isEmpty()
                ? null
                : answer.exchange()
                        .url(
                                WfsVersion.get(dialect.wfsVersion()),
                                "DescribeFeatureType",
                                Map.of(this == GML32 ? "typeNames" : "typeName", types));
    }
}
