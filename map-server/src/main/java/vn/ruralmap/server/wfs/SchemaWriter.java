package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.GmlVersion;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.formats.GmlDialect;

/**
 * Writes the GML application schema of feature types, simple features profile level 0 (OGC 10-100r3 for GML 3.2, OGC 06-049 for
 * 3.1.1).
 *
 * <p>Every element may be absent, because PROPERTYNAME must be able to leave it out of a valid answer.
 */
record SchemaWriter(XmlWriter xml, GmlDialect dialect, Catalogue catalogue) {

    /** Where a schema says of which level it is. */
    private record Profile(String namespace, String levels) {}

    private static final Map<GmlVersion, Profile> PROFILES = Map.of(
            GmlVersion.V3_2_1,
            new Profile(
                    "http://www.opengis.net/gmlsf/2.0", "http://schemas.opengis.net/gmlsfProfile/2.0/gmlsfLevels.xsd"),
            GmlVersion.V3_1_1,
            new Profile(
                    "http://www.opengis.net/gmlsf",
                    "http://schemas.opengis.net/gml/3.1.1/profiles/gmlsfProfile/1.0.0/gmlsfLevels.xsd"));

    void write(List<LayerView> views) throws IOException {
        GmlVersion gml = dialect.gml();
        Profile profile = PROFILES.get(gml);
        xml.start("xsd:schema").attribute("xmlns:xsd", Namespaces.XSD).attribute("xmlns:gml", gml.namespace());
        if (profile != null) {
            xml.attribute("xmlns:gmlsf", profile.namespace());
        }
        xml.attribute("xmlns:" + Namespaces.NTM_PREFIX, Namespaces.NTM)
                .attribute("targetNamespace", Namespaces.NTM)
                .attribute("elementFormDefault", "qualified")
                .attribute("version", "1.0");
        if (profile != null) {
            xml.start("xsd:annotation").start("xsd:appinfo").attribute("source", profile.levels());
            xml.element("gmlsf:ComplianceLevel", "0").end().end();
        }
        xml.start("xsd:import")
                .attribute("namespace", gml.namespace())
                .attribute("schemaLocation", gml.schema())
                .end();
        for (LayerView view : views) {
            element(view);
            type(view);
        }
        xml.finish();
    }

    private void element(LayerView view) throws IOException {
        xml.start("xsd:element")
                .attribute("name", view.layer().name())
                .attribute("type", Namespaces.NTM_PREFIX + ":" + view.layer().name() + "Type")
                .attribute("substitutionGroup", dialect == GmlDialect.GML32 ? "gml:AbstractFeature" : "gml:_Feature");
        documentation(view.layer().title());
        xml.end();
    }

    private void type(LayerView view) throws IOException {
        xml.start("xsd:complexType").attribute("name", view.layer().name() + "Type");
        xml.start("xsd:complexContent").start("xsd:extension").attribute("base", "gml:AbstractFeatureType");
        xml.start("xsd:sequence");
        for (Property property : view.properties()) {
            // what GML gives every feature is not declared once more
            if (!dialect.inherited().contains(property.name())) {
                property(property);
            }
        }
        xml.start("xsd:element")
                .attribute("name", GmlDialect.GEOMETRY)
                .attribute("type", geometryType(kinds(view.layer())))
                .attribute("minOccurs", 0)
                .end();
        xml.end().end().end().end();
    }

    private void property(Property property) throws IOException {
        xml.start("xsd:element").attribute("name", property.name()).attribute("minOccurs", 0);
        if (isNillable(property)) {
            xml.attribute("nillable", "true");
        }
        xml.attribute("type", simpleType(property.type()));
        documentation(withCodes(property));
        xml.end();
    }

    /**
     * Code lists are told in words: OWSLib fails on an anonymous simple type, and a named one is beyond what the
     * simplest clients read.
     */
    private static LocalizedText withCodes(Property property) {
        Attribute attribute = property.attribute();
        if (attribute == null || property.type() != AttributeType.CODE) {
            return property.title();
        }
        return new LocalizedText(
                property.title().vi() + ": " + codes(attribute, "vi"),
                property.title().en() + ": " + codes(attribute, "en"));
    }

    private static String codes(Attribute attribute, String language) {
        return attribute.codes().stream()
                .map(entry -> entry.code() + " = " + entry.title().in(language))
                .collect(Collectors.joining("; "));
    }

    /** What a feature can be without: its own optional attributes, and what legal texts left open. */
    private static boolean isNillable(Property property) {
        return switch (property.origin()) {
            case FID, VERSION, VALID_FROM -> false;
            case VALID_TO, DECISION -> true;
            case ATTRIBUTE, REFERENCED_KEY, REFERENCED_LABEL -> {
                Attribute attribute = property.attribute();
                yield attribute == null || !attribute.isRequired();
            }
        };
    }

    private static String simpleType(AttributeType type) {
        return switch (type) {
            case TEXT, CODE -> "xsd:string";
            case INTEGER, REFERENCE -> "xsd:long";
            case DECIMAL -> "xsd:double";
            case DATE -> "xsd:date";
            case BOOLEAN -> "xsd:boolean";
        };
    }

    /** A derived layer has the geometry of its source. */
    private Set<GeometryKind> kinds(Layer layer) {
        Layer.Derivation derivation = layer.derivation();
        return (derivation == null ? layer : catalogue.getLayer(derivation.source())).geometryKinds();
    }

    private String geometryType(Set<GeometryKind> kinds) {
        if (kinds.size() != 1) {
            return "gml:GeometryPropertyType";
        }
        return switch (kinds.iterator().next()) {
            case POINT -> "gml:PointPropertyType";
            case LINE -> dialect == GmlDialect.GML2 ? "gml:MultiLineStringPropertyType" : "gml:MultiCurvePropertyType";
            case POLYGON ->
                dialect == GmlDialect.GML2 ? "gml:MultiPolygonPropertyType" : "gml:MultiSurfacePropertyType";
        };
    }

    private void documentation(LocalizedText text) throws IOException {
        xml.start("xsd:annotation").localized("xsd:documentation", text).end();
    }
}
