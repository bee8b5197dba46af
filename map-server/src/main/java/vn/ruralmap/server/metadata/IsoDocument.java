package vn.ruralmap.server.metadata;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.formats.FileFormat;

/**
 * Metadata of a layer by ISO 19115:2003, as ISO/TS 19139:2007 writes them; Vietnamese, with English beside it in free text.
 *
 * @param facts what there is to tell
 */
record IsoDocument(LayerFacts facts) {

    private static final String GMD = "http://www.isotc211.org/2005/gmd";
    private static final String CODE_LISTS = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#";

    void write(OutputStream out) throws IOException {
        XmlWriter xml = XmlWriter.indented(out);
        xml.start(
                "gmd:MD_Metadata",
                "xmlns:gmd",
                GMD,
                "xmlns:gco",
                "http://www.isotc211.org/2005/gco",
                "xmlns:gml",
                "http://www.opengis.net/gml",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                GMD + " http://schemas.opengis.net/iso/19139/20060504/gmd/gmd.xsd");
        string(xml, "gmd:fileIdentifier", facts.identifier());
        language(xml, "vie");
        code(xml, "gmd:characterSet", "MD_CharacterSetCode", "utf8");
        code(xml, "gmd:hierarchyLevel", "MD_ScopeCode", "dataset");
        contact(xml, "gmd:contact");
        Instant modified = facts.modified() == null ? Instant.EPOCH : facts.modified();
        xml.start("gmd:dateStamp").element("gco:DateTime", dateTime(modified)).end();
        string(xml, "gmd:metadataStandardName", "ISO 19115:2003/19139");
        string(xml, "gmd:metadataStandardVersion", "1.0");
        locale(xml);
        referenceSystem(xml);
        identification(xml, modified);
        distribution(xml);
        quality(xml);
        xml.finish();
    }

    private static String dateTime(Instant time) {
        return time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    private static void locale(XmlWriter xml) throws IOException {
        xml.start("gmd:locale").start("gmd:PT_Locale", "id", "en");
        code(xml, "gmd:languageCode", "LanguageCode", "eng");
        code(xml, "gmd:characterEncoding", "MD_CharacterSetCode", "utf8");
        xml.end().end();
    }

    private static void referenceSystem(XmlWriter xml) throws IOException {
        xml.start("gmd:referenceSystemInfo").start("gmd:MD_ReferenceSystem");
        xml.start("gmd:referenceSystemIdentifier").start("gmd:RS_Identifier");
        string(xml, "gmd:code", "4326");
        string(xml, "gmd:codeSpace", "EPSG");
        xml.end().end().end().end();
    }

    private void identification(XmlWriter xml, Instant modified) throws IOException {
        xml.start("gmd:identificationInfo").start("gmd:MD_DataIdentification");
        xml.start("gmd:citation").start("gmd:CI_Citation");
        text(xml, "gmd:title", facts.layer().title());
        xml.start("gmd:date").start("gmd:CI_Date");
        xml.start("gmd:date").element("gco:DateTime", dateTime(modified)).end();
        code(xml, "gmd:dateType", "CI_DateTypeCode", "revision");
        xml.end().end();
        xml.start("gmd:identifier").start("gmd:MD_Identifier");
        string(xml, "gmd:code", facts.identifier());
        xml.end().end().end().end();
        text(xml, "gmd:abstract", facts.description());
        contact(xml, "gmd:pointOfContact");
        xml.start("gmd:resourceMaintenance").start("gmd:MD_MaintenanceInformation");
        code(xml, "gmd:maintenanceAndUpdateFrequency", "MD_MaintenanceFrequencyCode", "asNeeded");
        xml.end().end();
        xml.start("gmd:descriptiveKeywords").start("gmd:MD_Keywords");
        text(xml, "gmd:keyword", new LocalizedText("nông thôn mới", "new-style rural development"));
        xml.end().end();
        constraints(xml);
        code(xml, "gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector");
        language(xml, "vie");
        code(xml, "gmd:characterSet", "MD_CharacterSetCode", "utf8");
        xml.start("gmd:topicCategory")
                .element("gmd:MD_TopicCategoryCode", facts.view().isCoverage() ? "boundaries" : "planningCadastre")
                .end();
        extent(xml);
        xml.end().end();
    }

    private static void constraints(XmlWriter xml) throws IOException {
        xml.start("gmd:resourceConstraints").start("gmd:MD_LegalConstraints");
        code(xml, "gmd:useConstraints", "MD_RestrictionCode", "otherRestrictions");
        text(xml, "gmd:otherConstraints", Terms.TEXT);
        xml.end().end();
    }

    private void extent(XmlWriter xml) throws IOException {
        Envelope box = facts.bounds();
        if (box.isNull() && facts.dates().isEmpty()) {
            return;
        }
        xml.start("gmd:extent").start("gmd:EX_Extent");
        if (!box.isNull()) {
            xml.start("gmd:geographicElement").start("gmd:EX_GeographicBoundingBox");
            decimal(xml, "gmd:westBoundLongitude", box.getMinX());
            decimal(xml, "gmd:eastBoundLongitude", box.getMaxX());
            decimal(xml, "gmd:southBoundLatitude", box.getMinY());
            decimal(xml, "gmd:northBoundLatitude", box.getMaxY());
            xml.end().end();
        }
        if (!facts.dates().isEmpty()) {
            xml.start("gmd:temporalElement").start("gmd:EX_TemporalExtent").start("gmd:extent");
            xml.start("gml:TimePeriod", "gml:id", "validity");
            xml.element("gml:beginPosition", facts.dates().first().toString());
            xml.start("gml:endPosition", "indeterminatePosition", "now").end();
            xml.end().end().end().end();
        }
        xml.end().end();
    }

    private void distribution(XmlWriter xml) throws IOException {
        xml.start("gmd:distributionInfo").start("gmd:MD_Distribution");
        for (FileFormat format : facts.formats()) {
            xml.start("gmd:distributionFormat").start("gmd:MD_Format");
            text(xml, "gmd:name", format.title());
            xml.start("gmd:version", "gco:nilReason", "inapplicable").end();
            xml.end().end();
        }
        xml.start("gmd:transferOptions").start("gmd:MD_DigitalTransferOptions");
        online(xml, facts.page(), "WWW:LINK-1.0-http--link", facts.name(), "information");
        online(xml, facts.wmsCapabilities(), "OGC:WMS", facts.name(), "information");
        online(xml, facts.wfsCapabilities(), "OGC:WFS", "ntm:" + facts.name(), "download");
        online(xml, facts.wmtsCapabilities(), "OGC:WMTS", facts.name(), "information");
        for (FileFormat format : facts.formats()) {
            online(xml, facts.download(format), "WWW:DOWNLOAD-1.0-http--download", format.name(), "download");
        }
        xml.end().end().end().end();
    }

    private static void online(XmlWriter xml, String url, String protocol, String name, String function)
            throws IOException {
        xml.start("gmd:onLine").start("gmd:CI_OnlineResource");
        xml.start("gmd:linkage").element("gmd:URL", url).end();
        string(xml, "gmd:protocol", protocol);
        string(xml, "gmd:name", name);
        code(xml, "gmd:function", "CI_OnLineFunctionCode", function);
        xml.end().end();
    }

    private void quality(XmlWriter xml) throws IOException {
        xml.start("gmd:dataQualityInfo").start("gmd:DQ_DataQuality");
        xml.start("gmd:scope").start("gmd:DQ_Scope");
        code(xml, "gmd:level", "MD_ScopeCode", "dataset");
        xml.end().end();
        xml.start("gmd:lineage").start("gmd:LI_Lineage");
        text(
                xml,
                "gmd:statement",
                new LocalizedText(
                        "Lần cập nhật " + facts.view().revision()
                                + ". Tọa độ VN-2000 được chuyển theo bảy tham số chính thức (EPSG:6960).",
                        "Changeset " + facts.view().revision()
                                + ". VN-2000 coordinates are transformed by the official seven parameters (EPSG:6960)."));
        xml.end().end().end().end();
    }

    private void contact(XmlWriter xml, String name) throws IOException {
        String organisation = facts.service().organisation();
        xml.start(name).start("gmd:CI_ResponsibleParty");
        string(
                xml,
                "gmd:organisationName",
                organisation.isEmpty() ? facts.service().title().vi() : organisation);
        if (!facts.service().email().isEmpty()) {
            xml.start("gmd:contactInfo")
                    .start("gmd:CI_Contact")
                    .start("gmd:address")
                    .start("gmd:CI_Address");
            string(xml, "gmd:electronicMailAddress", facts.service().email());
            xml.end().end().end().end();
        }
        code(xml, "gmd:role", "CI_RoleCode", "pointOfContact");
        xml.end().end();
    }

    private static void string(XmlWriter xml, String name, String value) throws IOException {
        xml.start(name).element("gco:CharacterString", value).end();
    }

    private static void decimal(XmlWriter xml, String name, double value) throws IOException {
        xml.start(name)
                .element("gco:Decimal", String.format(Locale.ROOT, "%.6f", value))
                .end();
    }

    private static void language(XmlWriter xml, String language) throws IOException {
        string(xml, "gmd:language", language);
    }

    private static void text(XmlWriter xml, String name, LocalizedText text) throws IOException {
        xml.start(name, "xsi:type", "gmd:PT_FreeText_PropertyType").element("gco:CharacterString", text.vi());
        xml.start("gmd:PT_FreeText").start("gmd:textGroup");
        xml.element("gmd:LocalisedCharacterString", text.en(), "locale", "#en");
        xml.end().end().end();
    }

    private static void code(XmlWriter xml, String name, String list, String value) throws IOException {
        xml.start(name)
                .element("gmd:" + list, value, "codeList", CODE_LISTS + list, "codeListValue", value)
                .end();
    }
}
