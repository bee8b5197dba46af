package vn.ruralmap.server.formats;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.encoding.GmlGeometryWriter;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;

/** Writes a {@code wfs:FeatureCollection} as it is told, keeping nothing of it but, for several tables, the ids of its features. */
public final class GmlCollection {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final XmlWriter xml;
    private final GmlDialect dialect;
    /** Within one table no feature comes twice, and a long one need not be remembered. */
    private final boolean repeats;

    private final Set<String> written = new HashSet<>();

    /**
     * What the collection says of itself.
     *
     * @param matched features that the request is about
     * @param returned features that are in it
     * @param next address of the next page; null: there is none
     * @param previous address of the page before; null: there is none
     * @param lockId of the lock on the features; null: none
     * @param schemaUrl where the feature types are described; null: not known
     */
    public record Head(
            Instant time,
            long matched,
            long returned,
            @Nullable String next,
            @Nullable String previous,
            @Nullable String lockId,
            @Nullable String schemaUrl) {}

    private GmlCollection(XmlWriter xml, GmlDialect dialect, boolean repeats) {
        this.xml = xml;
        this.dialect = dialect;
        this.repeats = repeats;
    }

    /** @param repeats true if a feature may be written more than once: it becomes a reference, as ids are unique in a document */
    public static GmlCollection start(XmlWriter xml, GmlDialect dialect, Head head, boolean repeats)
            throws IOException {
        xml.start("wfs:FeatureCollection").attribute("xmlns:wfs", dialect.wfsNamespace());
        namespaces(xml, dialect, head.schemaUrl());
        GmlCollection collection = new GmlCollection(xml, dialect, repeats);
        collection.numbers(head.time(), head.matched(), head.returned());
        if (dialect == GmlDialect.GML32) {
            optional(xml, "next", head.next());
            optional(xml, "previous", head.previous());
        }
        optional(xml, "lockId", head.lockId());
        return collection;
    }

    /** A document that is one feature, without a collection around it. */
    public static void single(
            XmlWriter xml, GmlDialect dialect, @Nullable String schemaUrl, FeatureTable table, Feature feature)
            throws IOException {
        start(xml, dialect, table, feature);
        namespaces(xml, dialect, schemaUrl);
        content(xml, dialect, geometries(xml, dialect, table), table, feature);
        xml.finish();
    }

    private static void namespaces(XmlWriter xml, GmlDialect dialect, @Nullable String schemaUrl) throws IOException {
        xml.attribute("xmlns:gml", dialect.gml().namespace())
                .attribute("xmlns:" + GmlDialect.PREFIX, GmlDialect.FEATURES)
                .attribute("xmlns:xlink", XLINK)
                .attribute("xmlns:xsi", XSI);
        StringBuilder locations = new StringBuilder(dialect.wfsNamespace() + ' ' + dialect.wfsSchema());
        if (dialect == GmlDialect.GML32) {
            // the schemas of WFS before 2.0 include it
            locations
                    .append(' ')
                    .append(dialect.gml().namespace())
                    .append(' ')
                    .append(dialect.gml().schema());
        }
        if (schemaUrl != null) {
            locations.append(' ').append(GmlDialect.FEATURES).append(' ').append(schemaUrl);
        }
        xml.attribute("xsi:schemaLocation", locations.toString());
    }

    private void numbers(Instant time, long matched, long returned) throws IOException {
        switch (dialect) {
            case GML32 ->
                xml.attribute("timeStamp", time.toString())
                        .attribute("numberMatched", matched)
                        .attribute("numberReturned", returned);
            case GML31 ->
                // it has one number, which without features is that of all (OGC 04-094 §9.3)
                xml.attribute("timeStamp", time.toString())
                        .attribute("numberOfFeatures", returned == 0 ? matched : returned);
            case GML2 -> {
                // knows neither
            }
        }
    }

    private static void optional(XmlWriter xml, String name, @Nullable String value) throws IOException {
        if (value != null) {
            xml.attribute(name, value);
        }
    }

    /** Says where the features are; GML 2 must. @param box in the system of the reference; null envelope: there are none */
    public void bounds(Envelope box, SpatialReference reference) throws IOException {
        if (!box.isNull()) {
            xml.newLine();
            new GmlGeometryWriter(xml, dialect.gml(), reference).bounds(box);
        } else if (dialect == GmlDialect.GML2) {
            xml.newLine().start("gml:boundedBy").element("gml:null", "missing").end();
        }
    }

    /** Begins a collection within the collection: WFS 2.0 has one for each query. */
    public void startNested(Instant time, long matched, long returned) throws IOException {
        xml.newLine().start("wfs:member").start("wfs:FeatureCollection");
        numbers(time, matched, returned);
    }

    public void endNested() throws IOException {
        xml.end().end();
    }

    /** Writes all features of a table as members. */
    public void write(FeatureTable table) throws IOException {
        GmlGeometryWriter geometries = geometries(xml, dialect, table);
        String member = dialect == GmlDialect.GML32 ? "wfs:member" : "gml:featureMember";
        for (Feature feature : table.features()) {
            String id = feature.id(table.layer());
            xml.newLine().start(member);
            if (!repeats || written.add(id)) {
                start(xml, dialect, table, feature);
                content(xml, dialect, geometries, table, feature);
            } else {
                xml.attribute("xlink:href", "#" + id);
            }
            xml.end();
        }
    }

    public void end() throws IOException {
        xml.newLine().finish();
    }

    private static GmlGeometryWriter geometries(XmlWriter xml, GmlDialect dialect, FeatureTable table) {
        return new GmlGeometryWriter(xml, dialect.gml(), table.reference());
    }

    private static void start(XmlWriter xml, GmlDialect dialect, FeatureTable table, Feature feature)
            throws IOException {
        xml.start(dialect.element(table.name()))
                .attribute(dialect == GmlDialect.GML2 ? "fid" : "gml:id", feature.id(table.layer()));
    }

    private static void content(
            XmlWriter xml, GmlDialect dialect, GmlGeometryWriter geometries, FeatureTable table, Feature feature)
            throws IOException {
        for (Column column : columns(dialect, table)) {
            Object value = table.value(feature, column);
            if (value != null) {
                xml.start(dialect.element(column.name()));
                if (column.name().equals("gml_identifier") && dialect == GmlDialect.GML32) {
                    xml.attribute("codeSpace", GmlDialect.FEATURES);
                }
                xml.text(value.toString()).end();
            }
        }
        Geometry geometry = table.geometry(feature);
        if (geometry != null) {
            xml.start(dialect.element(GmlDialect.GEOMETRY));
            geometries.write(geometry, feature.id(table.layer()) + "." + GmlDialect.GEOMETRY);
            xml.end();
        }
        xml.end();
    }

    /** What features inherit from GML comes first, as its schema has it. */
    private static List<Column> columns(GmlDialect dialect, FeatureTable table) {
        List<String> inherited = dialect.inherited();
        if (table.columns().stream().map(Column::name).noneMatch(inherited::contains)) {
            return table.columns();
        }
        List<Column> sorted = new ArrayList<>(table.columns());
        sorted.sort(Comparator.comparingInt(
                column -> inherited.contains(column.name()) ? inherited.indexOf(column.name()) : inherited.size()));
        return sorted;
    }
}
