package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.ruralmap.server.encoding.XmlWriter;

/** Writes what can be filtered by (OGC 09-026r2 §7.14): box and id, as key-value pairs. */
final class FilterCapabilities {

    private static final List<Map.Entry<String, Boolean>> CONSTRAINTS = List.of(
            Map.entry("ImplementsQuery", true),
            Map.entry("ImplementsAdHocQuery", false),
            Map.entry("ImplementsFunctions", false),
            Map.entry("ImplementsResourceId", true),
            Map.entry("ImplementsMinStandardFilter", false),
            Map.entry("ImplementsStandardFilter", false),
            Map.entry("ImplementsMinSpatialFilter", false),
            Map.entry("ImplementsSpatialFilter", false),
            Map.entry("ImplementsMinTemporalFilter", false),
            Map.entry("ImplementsTemporalFilter", false),
            Map.entry("ImplementsVersionNav", false),
            Map.entry("ImplementsSorting", true),
            Map.entry("ImplementsExtendedOperators", false),
            Map.entry("ImplementsMinimumXPath", false),
            Map.entry("ImplementsSchemaElementFunc", false));

    private FilterCapabilities() {}

    static void write(XmlWriter xml) throws IOException {
        xml.start("fes:Filter_Capabilities").start("fes:Conformance");
        for (Map.Entry<String, Boolean> constraint : CONSTRAINTS) {
            OperationsMetadata.constraint(xml, "fes:", constraint.getKey(), constraint.getValue() ? "TRUE" : "FALSE");
        }
        xml.end();
        xml.start("fes:Id_Capabilities");
        xml.start("fes:ResourceIdentifier").attribute("name", "fes:ResourceId").end();
        xml.end();
        xml.start("fes:Spatial_Capabilities").start("fes:GeometryOperands");
        xml.start("fes:GeometryOperand").attribute("name", "gml:Envelope").end();
        xml.end().start("fes:SpatialOperators");
        xml.start("fes:SpatialOperator").attribute("name", "BBOX").end();
        xml.end().end().end();
    }
}
