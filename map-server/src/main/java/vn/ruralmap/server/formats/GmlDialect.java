package vn.ruralmap.server.formats;

import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.encoding.GmlVersion;

/** A version of GML in the collection of the version of WFS that it came with. */
public enum GmlDialect {
    /** WFS 1.0.0 (OGC 02-058). */
    GML2(
            GmlVersion.V2_1_2,
            "http://www.opengis.net/wfs",
            "http://schemas.opengis.net/wfs/1.0.0/WFS-basic.xsd",
            "1.0.0"),
    /** WFS 1.1.0 (OGC 04-094). */
    GML31(GmlVersion.V3_1_1, "http://www.opengis.net/wfs", "http://schemas.opengis.net/wfs/1.1.0/wfs.xsd", "1.1.0"),
    /** WFS 2.0 (OGC 09-025r2). */
    GML32(GmlVersion.V3_2_1, "http://www.opengis.net/wfs/2.0", "http://schemas.opengis.net/wfs/2.0/wfs.xsd", "2.0.0");

    /** The namespace of our feature types and their properties. */
    public static final String FEATURES = Layer.NAMESPACE;
    /** What stands for {@link #FEATURES} in our documents. */
    public static final String PREFIX = "ntm";
    /** The name of the geometry in every feature type. */
    public static final String GEOMETRY = "geom";

    private final GmlVersion gml;
    private final String wfsNamespace;
    private final String wfsSchema;
    private final String wfsVersion;

    GmlDialect(GmlVersion gml, String wfsNamespace, String wfsSchema, String wfsVersion) {
        this.gml = gml;
        this.wfsNamespace = wfsNamespace;
        this.wfsSchema = wfsSchema;
        this.wfsVersion = wfsVersion;
    }

    public GmlVersion gml() {
        return gml;
    }

    /** Of the collection. */
    public String wfsNamespace() {
        return wfsNamespace;
    }

    /** Where the schema of the collection is. */
    public String wfsSchema() {
        return wfsSchema;
    }

    /** Of the service that describes types for it. */
    public String wfsVersion() {
        return wfsVersion;
    }

    /**
     * Attributes that are properties which GML gives every feature, in the order of its schema. A catalogue that calls an attribute
     * {@code gml_name} means {@code gml:name}.
     */
    private static final List<String> OF_GML = List.of("gml_description", "gml_identifier", "gml_name");

    /** True if an attribute of that name is a property of GML itself. */
    public static boolean isOfGml(String attribute) {
        return OF_GML.contains(attribute);
    }

    /** The attribute for a property of GML. @param localName for example {@code name} */
    public static Optional<String> propertyOfGml(String localName) {
        return Optional.of("gml_" + localName).filter(OF_GML::contains);
    }

    /** Those of {@link #isOfGml} that this version has; it knows {@code gml:identifier} since 3.2 only. */
    public List<String> inherited() {
        return this == GML32 ? OF_GML : List.of("gml_description", "gml_name");
    }

    /** The element of an attribute. */
    String element(String attribute) {
        return inherited().contains(attribute)
                ? "gml:" + attribute.substring("gml_".length())
                : PREFIX + ':' + attribute;
    }
}
