package vn.ruralmap.server.wfs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole documents, byte for byte. */
class WfsDocumentsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "capabilities.xml, GetCapabilities",
        "capabilities_2020.xml, GetCapabilities&SECTIONS=FeatureTypeList&as-of=2020-01-01",
        "schema_material_zones.xsd, DescribeFeatureType&TYPENAMES=ntm:material_zones",
        "schema_hamlets_and_status.xsd, 'DescribeFeatureType&TYPENAMES=ntm:hamlets,ntm:ntm_status'",
        "stored_queries.xml, ListStoredQueries",
        "stored_query_descriptions.xml, DescribeStoredQueries",
        "communes.gml, GetFeature&TYPENAMES=ntm:communes",
        "communes_page.gml, GetFeature&TYPENAMES=ntm:communes&STARTINDEX=2&COUNT=2&PROPERTYNAME=name",
        "communes_hits.gml, GetFeature&TYPENAMES=ntm:communes&RESULTTYPE=hits",
        "hamlets.gml, GetFeature&TYPENAMES=ntm:hamlets",
        "two_queries.gml, GetFeature&TYPENAMES=(communes)(communes)&RESOURCEID=(communes.3)(communes.3)"
                + "&PROPERTYNAME=(code)(name)",
        "commune_by_id.gml, GetFeature&STOREDQUERY_ID=urn:ogc:def:query:OGC-WFS::GetFeatureById&ID=communes.4",
        "hamlets.geojson, GetFeature&TYPENAMES=ntm:hamlets&OUTPUTFORMAT=json",
        "communes_page.geojson, GetFeature&TYPENAMES=ntm:communes&STARTINDEX=2&COUNT=2&OUTPUTFORMAT=json",
        "ntm_status.geojson, GetFeature&TYPENAMES=ntm:ntm_status&OUTPUTFORMAT=json",
        "commune_vn2000.geojson, GetFeature&RESOURCEID=communes.4&SRSNAME=EPSG:9209&OUTPUTFORMAT=json",
        "unknown_type.xml, GetFeature&TYPENAMES=ntm:nothing"
    })
    void is_as_expected(String file, String query) {
        Golden.assertSame(file, Wfs.stable(Wfs.ask(query).body()));
    }

    @Test
    void a_version_can_be_negotiated_without_naming_one() {
        Golden.assertSame(
                "capabilities.xml",
                Wfs.stable(Wfs.SERVER
                        .get("/wfs?service=WFS&request=GetCapabilities&acceptversions=2.1.0,2.0.0")
                        .body()));
    }
}
