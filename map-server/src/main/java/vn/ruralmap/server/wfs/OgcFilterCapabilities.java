package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import vn.ruralmap.layers.filter.FesOperators;
import vn.ruralmap.layers.filter.FilterFunction;
import vn.ruralmap.server.encoding.XmlWriter;

/** Writes what can be filtered by in the versions before FES 2.0: Filter 1.1 (OGC 04-095 §18) and 1.0 (OGC 02-059 §15). */
final class OgcFilterCapabilities {

    private OgcFilterCapabilities() {}

    static void write110(XmlWriter xml) throws IOException {
        xml.start("ogc:Filter_Capabilities").start("ogc:Spatial_Capabilities").start("ogc:GeometryOperands");
        for (String operand : List.of("gml:Envelope", "gml:Point", "gml:LineString", "gml:Polygon")) {
            xml.element("ogc:GeometryOperand", operand);
        }
        xml.end().start("ogc:SpatialOperators");
        for (String operator : FesOperators.spatial()) {
            xml.start("ogc:SpatialOperator").attribute("name", operator).end();
        }
        xml.end().end();
        xml.start("ogc:Scalar_Capabilities").start("ogc:LogicalOperators").end();
        xml.start("ogc:ComparisonOperators");
        for (String operator : List.of(
                "LessThan",
                "GreaterThan",
                "LessThanEqualTo",
                "GreaterThanEqualTo",
                "EqualTo",
                "NotEqualTo",
                "Like",
                "Between",
                "NullCheck")) {
            xml.element("ogc:ComparisonOperator", operator);
        }
        xml.end();
        xml.start("ogc:ArithmeticOperators").start("ogc:SimpleArithmetic").end();
        xml.start("ogc:Functions").start("ogc:FunctionNames");
        for (FilterFunction function : FilterFunction.values()) {
            xml.element("ogc:FunctionName", function.functionName(), "nArgs", arguments(function));
        }
        xml.end().end().end().end();
        xml.start("ogc:Id_Capabilities").start("ogc:EID").end().start("ogc:FID").end();
        xml.end().end();
    }

    static void write100(XmlWriter xml) throws IOException {
        xml.start("ogc:Filter_Capabilities").start("ogc:Spatial_Capabilities").start("ogc:Spatial_Operators");
        for (String operator : FesOperators.spatial()) {
            xml.start("ogc:" + (operator.equals("Intersects") ? "Intersect" : operator))
                    .end();
        }
        xml.end().end();
        xml.start("ogc:Scalar_Capabilities").start("ogc:Logical_Operators").end();
        xml.start("ogc:Comparison_Operators");
        for (String operator : List.of("Simple_Comparisons", "Like", "Between", "NullCheck")) {
            xml.start("ogc:" + operator).end();
        }
        xml.end();
        xml.start("ogc:Arithmetic_Operators").start("ogc:Simple_Arithmetic").end();
        xml.start("ogc:Functions").start("ogc:Function_Names");
        for (FilterFunction function : FilterFunction.values()) {
            xml.element("ogc:Function_Name", function.functionName(), "nArgs", arguments(function));
        }
        xml.end().end().end().end().end();
    }

    private static String arguments(FilterFunction function) {
        return Integer.toString(function.arguments().size());
    }
}
