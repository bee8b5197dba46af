package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ruralmap.server.encoding.XmlWriter;

/**
 * Writes what the service can do (OGC 09-025r2 §8.3.4, table 13).
 *
 * @param serviceUrl where every operation is
 */
record OperationsMetadata(XmlWriter xml, String serviceUrl) {

    /** Conformance classes in the order of table 13; every one is declared, those that are not there as FALSE. */
    private static final List<Map.Entry<String, Boolean>> CONSTRAINTS = List.of(
            Map.entry("ImplementsBasicWFS", false),
            Map.entry("ImplementsTransactionalWFS", false),
            Map.entry("ImplementsLockingWFS", false),
            Map.entry("KVPEncoding", true),
            Map.entry("XMLEncoding", false),
            Map.entry("SOAPEncoding", false),
            Map.entry("ImplementsInheritance", false),
            Map.entry("ImplementsRemoteResolve", false),
            Map.entry("ImplementsResultPaging", true),
            Map.entry("ImplementsStandardJoins", false),
            Map.entry("ImplementsSpatialJoins", false),
            Map.entry("ImplementsTemporalJoins", false),
            Map.entry("ImplementsFeatureVersioning", false),
            Map.entry("ManageStoredQueries", false),
            Map.entry("PagingIsTransactionSafe", false));

    void write(List<WfsOperation> operations) throws IOException {
        xml.start("ows:OperationsMetadata");
        for (WfsOperation operation : operations.stream()
                .sorted(Comparator.comparing(WfsOperation::name))
                .toList()) {
            xml.start("ows:Operation").attribute("name", operation.name());
            xml.start("ows:DCP").start("ows:HTTP").start("ows:Get").attribute("xlink:href", serviceUrl);
            xml.end().end().end();
            for (Map.Entry<String, List<String>> parameter : new TreeMap<>(operation.parameters()).entrySet()) {
                parameter(parameter.getKey(), parameter.getValue());
            }
            xml.end();
        }
        parameter("version", List.of("2.0.0"));
        for (Map.Entry<String, Boolean> constraint : CONSTRAINTS) {
            constraint(xml, "ows:", constraint.getKey(), constraint.getValue() ? "TRUE" : "FALSE");
        }
        constraint(xml, "ows:", "CountDefault", Integer.toString(GetFeatureReader.MAX_COUNT));
        xml.end();
    }

    private void parameter(String name, List<String> values) throws IOException {
        xml.start("ows:Parameter").attribute("name", name).start("ows:AllowedValues");
        for (String value : values) {
            xml.element("ows:Value", value);
        }
        xml.end().end();
    }

    /** @param prefix of the element itself, {@code ows:} or {@code fes:}; its children are OWS in both */
    static void constraint(XmlWriter xml, String prefix, String name, String value) throws IOException {
        xml.start(prefix + "Constraint").attribute("name", name);
        xml.start("ows:NoValues").end();
        xml.element("ows:DefaultValue", value);
        xml.end();
    }
}
