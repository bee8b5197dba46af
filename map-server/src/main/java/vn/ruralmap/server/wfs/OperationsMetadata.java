package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.wfs.WfsOperation.Encoding;

/** Writes what the service can do (OGC 09-025r2 §8.3.4, table 13). */
record OperationsMetadata(CapabilitiesDocument document) {

    void write() throws IOException {
        XmlWriter xml = document.xml();
        WfsVersion version = document.exchange().version();
        xml.start("ows:OperationsMetadata");
        for (WfsOperation<?> operation : document.operations()) {
            xml.start("ows:Operation").attribute("name", operation.name());
            xml.start("ows:DCP").start("ows:HTTP");
            for (Encoding encoding : operation.encodings()) {
                xml.start(encoding == Encoding.KVP ? "ows:Get" : "ows:Post")
                        .attribute("xlink:href", document.exchange().serviceUrl())
                        .end();
            }
            xml.end().end();
            for (Map.Entry<String, List<String>> parameter : new TreeMap<>(operation.parameters(version)).entrySet()) {
                parameter(parameter.getKey(), parameter.getValue());
            }
            xml.end();
        }
        if (version == WfsVersion.V2_0_0) {
            parameter("version", WfsVersion.numbers());
            for (Map.Entry<String, Boolean> constraint : classes()) {
                constraint(xml, "ows:", constraint.getKey(), constraint.getValue() ? "TRUE" : "FALSE");
            }
            constraint(xml, "ows:", "CountDefault", Integer.toString(FeatureSearch.MAX_COUNT));
        }
        xml.end();
    }

    /** Conformance classes in the order of table 13; every one is declared, those that are not there as FALSE. */
    private List<Map.Entry<String, Boolean>> classes() {
        boolean transactions = document.offers("Transaction");
        return List.of(
                Map.entry("ImplementsBasicWFS", document.offers("GetFeature", "GetPropertyValue")),
                Map.entry("ImplementsTransactionalWFS", transactions),
                Map.entry("ImplementsLockingWFS", transactions && document.offers("LockFeature", "GetFeatureWithLock")),
                Map.entry("KVPEncoding", true),
                Map.entry("XMLEncoding", true),
                Map.entry("SOAPEncoding", false),
                Map.entry("ImplementsInheritance", false),
                Map.entry("ImplementsRemoteResolve", false),
                Map.entry("ImplementsResultPaging", true),
                Map.entry("ImplementsStandardJoins", false),
                Map.entry("ImplementsSpatialJoins", false),
                Map.entry("ImplementsTemporalJoins", false),
                Map.entry("ImplementsFeatureVersioning", false),
                Map.entry("ManageStoredQueries", document.offers("CreateStoredQuery", "DropStoredQuery")),
                Map.entry("PagingIsTransactionSafe", false));
    }

    /** In OWS Common 1.0 the values stand without a list around them (OGC 05-008 §7.4.6). */
    private void parameter(String name, List<String> values) throws IOException {
        XmlWriter xml = document.xml();
        boolean listed = document.exchange().version() == WfsVersion.V2_0_0;
        xml.start("ows:Parameter").attribute("name", name);
        if (listed) {
            xml.start("ows:AllowedValues");
        }
        for (String value : values) {
            xml.element("ows:Value", value);
        }
        if (listed) {
            xml.end();
        }
        xml.end();
    }

    /** @param prefix of the element itself, {@code ows:} or {@code fes:}; its children are OWS in both */
    static void constraint(XmlWriter xml, String prefix, String name, String value) throws IOException {
        xml.start(prefix + "Constraint").attribute("name", name);
        xml.start("ows:NoValues").end();
        xml.element("ows:DefaultValue", value);
        xml.end();
    }
}
