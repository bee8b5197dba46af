package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.ruralmap.layers.filter.FesOperators;
import vn.ruralmap.layers.filter.FilterFunction;
import vn.ruralmap.server.encoding.XmlWriter;

/** Writes what can be filtered by (OGC 09-026r2 §7.14). */
final class FilterCapabilities {

    private static final List<Map.Entry<String, Boolean>> CONSTRAINTS = List.of(
            Map.entry("ImplementsQuery", true),
            Map.entry("ImplementsAdHocQuery", true),
            Map.entry("ImplementsFunctions", true),
            Map.entry("ImplementsResourceId", true),
            Map.entry("ImplementsMinStandardFilter", true),
            Map.entry("ImplementsStandardFilter", true),
            Map.entry("ImplementsMinSpatialFilter", true),
            Map.entry("ImplementsSpatialFilter", true),
            Map.entry("ImplementsMinTemporalFilter", true),
            Map.entry("ImplementsTemporalFilter", true),
            Map.entry("ImplementsVersionNav", false),
            Map.entry("ImplementsSorting", true),
            Map.entry("ImplementsExtendedOperators", false),
            Map.entry("ImplementsMinimumXPath", true),
            Map.entry("ImplementsSchemaElementFunc", false));

    private static final List<String> GEOMETRIES = List.of(
            "gml:Envelope",
            "gml:Point",
            "gml:LineString",
            "gml:Curve",
            "gml:Polygon",
            "gml:Surface",
            "gml:MultiPoint",
            "gml:MultiCurve",
            "gml:MultiSurface",
            "gml:MultiGeometry");

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
        xml.start("fes:Scalar_Capabilities").start("fes:LogicalOperators").end();
        names(xml, "fes:ComparisonOperators", "fes:ComparisonOperator", FesOperators.comparison());
        xml.end();
        xml.start("fes:Spatial_Capabilities");
        names(xml, "fes:GeometryOperands", "fes:GeometryOperand", GEOMETRIES);
        names(xml, "fes:SpatialOperators", "fes:SpatialOperator", FesOperators.spatial());
        xml.end();
        xml.start("fes:Temporal_Capabilities");
        names(xml, "fes:TemporalOperands", "fes:TemporalOperand", List.of("gml:TimeInstant", "gml:TimePeriod"));
        names(xml, "fes:TemporalOperators", "fes:TemporalOperator", FesOperators.temporal());
        xml.end();
        xml.start("fes:Functions");
        for (FilterFunction function : FilterFunction.values()) {
            function(xml, function);
        }
        xml.end().end();
    }

    private static void names(XmlWriter xml, String list, String item, List<String> names) throws IOException {
        xml.start(list);
        for (String name : names) {
            xml.start(item).attribute("name", name).end();
        }
        xml.end();
    }

    private static void function(XmlWriter xml, FilterFunction function) throws IOException {
        xml.start("fes:Function").attribute("name", function.functionName());
        xml.element("fes:Returns", type(function.result()));
        xml.start("fes:Arguments");
        for (FilterFunction.Type argument : function.arguments()) {
            xml.start("fes:Argument").attribute("name", argument.name().toLowerCase(Locale.ROOT));
            xml.element("fes:Type", type(argument));
            xml.end();
        }
        xml.end().end();
    }

    private static String type(FilterFunction.Type type) {
        return switch (type) {
            case TEXT -> "xsd:string";
            case NUMBER -> "xsd:double";
            case DATE -> "xsd:date";
            case GEOMETRY -> "gml:AbstractGeometryType";
        };
    }
}
