package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmlSourceTest {
    @TempDir
    Path folder;

    private Reading read(String kml) throws Exception {
        return Reading.of(Files.writeString(folder.resolve("chùa.kml"), kml));
    }

    private Reading readPlacemark(String content) throws Exception {
        return read("<kml><Placemark>" + content + "</Placemark></kml>");
    }

    private String refusedBecause(String kml) throws Exception {
        Path file = Files.writeString(folder.resolve("chùa.kml"), kml);
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file))
                .code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xmlns='http://earth.google.com/kml/2.0'",
                "xmlns='http://earth.google.com/kml/2.1'",
                "xmlns='http://www.opengis.net/kml/2.2' xmlns:gx='http://www.google.com/kml/ext/2.2'"
            })
    void placemarks_are_read_with_data_and_the_folders_they_are_in(String namespace) throws Exception {
        Reading reading = read("<?xml version='1.0' encoding='UTF-8'?>\n<kml " + namespace + """
                ><Document><name>tài liệu</name>
                <Schema name="s" id="s"><SimpleField type="int" name="so"/></Schema>
                <Folder><name>Sóc Trăng</name><Folder><name>Chùa</name>
                <Placemark id="a"><name>Chùa Dơi</name><description><![CDATA[<b>đẹp</b>]]></description>
                  <ExtendedData><Data name="sao"><displayName>Sao</displayName><value>5</value></Data>
                    <SchemaData schemaUrl="#s"><SimpleData name="so">07</SimpleData></SchemaData></ExtendedData>
                  <Point><extrude>1</extrude><coordinates> 105.97,9.59,0 </coordinates></Point></Placemark>
                </Folder></Folder>
                <Placemark><name>Ngoài</name><Style><LineStyle/></Style></Placemark></Document></kml>
                """);

        assertThat(reading.info().fields())
                .extracting(SourceField::name)
                .containsExactly("name", "description", "sao", "so", "folder");
        assertThat(reading.records().get(0).values())
                .containsExactly("Chùa Dơi", "<b>đẹp</b>", "5", "07", "Sóc Trăng/Chùa");
        assertThat(reading.records().get(1).values()).containsExactly("Ngoài", null, null, null, null);
        assertThat(reading.wkt()).containsExactly("POINT (105.97 9.59)", null);
        assertThat(reading.info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode("OGC:CRS84"));
        assertThat(reading.info().declaredRecords()).isEqualTo(2);
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<LineString><coordinates>1,2 3,4,5 6,7</coordinates></LineString>|LINESTRING (1 2, 3 4, 6 7)",
                "<LineString><coordinates>1, 2 3 ,4</coordinates></LineString>|LINESTRING (1 2, 3 4)",
                "<Polygon><innerBoundaryIs><LinearRing><coordinates>5,2 6,2 6,3 5,2</coordinates></LinearRing>"
                        + "</innerBoundaryIs><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates>"
                        + "</LinearRing></outerBoundaryIs></Polygon>"
                        + "|POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))",
                "<MultiGeometry><Point><coordinates>1,2</coordinates></Point><MultiGeometry><Point><coordinates>3,4"
                        + "</coordinates></Point></MultiGeometry></MultiGeometry>|MULTIPOINT ((1 2), (3 4))",
            })
    void every_geometry_is_read(String kml, String wkt) throws Exception {
        Reading reading = readPlacemark(kml);

        assertThat(reading.wkt()).containsExactly(wkt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Point><coordinates>105.9</coordinates></Point>|GEOMETRY_DAMAGED",
                "<Point><coordinates>105.9;9.5</coordinates></Point>|GEOMETRY_DAMAGED",
                "<Point><coordinates>1,2 3,4</coordinates></Point>|GEOMETRY_DAMAGED",
                "<Point><coordinates>NaN,1</coordinates></Point>|COORDINATE_NOT_A_NUMBER",
                "<Point/>|GEOMETRY_EMPTY",
                "<Model/>|GEOMETRY_DAMAGED",
                "<MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4"
                        + "</coordinates></LineString></MultiGeometry>|GEOMETRY_MIXED"
            })
    void a_damaged_geometry_costs_the_row_its_geometry_only(String kml, String code) throws Exception {
        Reading reading = readPlacemark(kml + "<name>sau</name>");

        assertThat(reading.wkt()).containsExactly((String) null);
        assertThat(reading.findings()).containsExactly("1 " + code);
        assertThat(reading.records().get(0).values()).containsExactly("sau");
    }

    @Test
    void heights_are_reported_only_where_there_are_any() throws Exception {
        assertThat(readPlacemark("<Point><coordinates>1,2,12</coordinates></Point>")
                        .findings())
                .containsExactly("0 Z_M_DROPPED");
    }

    @Test
    void links_are_not_followed_but_reported() throws Exception {
        assertThat(read("<kml><NetworkLink><Link><href>http://127.0.0.1:9/a.kml</href></Link></NetworkLink></kml>")
                        .findings())
                .containsExactly("0 LINK_NOT_FOLLOWED");
    }

    @Test
    void a_kmz_holds_its_document_first_and_others_beside_it() throws Exception {
        byte[] kml = "<kml><Placemark><name>a</name></Placemark></kml>".getBytes(StandardCharsets.UTF_8);
        byte[] other = "<kml/>".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(
                folder.resolve("chùa.kmz"),
                new ZipBytes()
                        .add("files/x.kml", other)
                        .add("doc.kml", kml)
                        .add("files/i.png", other)
                        .toBytes());

        assertThat(Reading.of(file).records()).hasSize(1);
    }

    @Test
    void document_types_and_entities_are_refused_and_nothing_outside_is_opened() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "mật");
        assertThat(refusedBecause("<!DOCTYPE kml [<!ENTITY x SYSTEM '" + secret.toUri()
                        + "'>]><kml><Placemark><name>&x;</name></Placemark></kml>"))
                .isEqualTo("XML_DOCTYPE");
        assertThat(refusedBecause("<!DOCTYPE kml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><kml>&b;</kml>"))
                .isEqualTo("XML_DOCTYPE");
        assertThat(refusedBecause("<kml><Placemark><name>&x;</name></Placemark></kml>"))
                .isEqualTo("XML_BROKEN");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,UTF-8", "UTF-16LE,UTF-16", "UTF-16BE,UTF-16", "windows-1258,windows-1258", "ISO-8859-1,Latin1"})
    void the_declared_character_set_is_used(String charset, String declared) throws Exception {
        String kml =
                "<?xml version='1.0' encoding='" + declared + "'?><kml><Placemark><name>Sóc</name></Placemark></kml>";
        Path file = Files.write(folder.resolve("a.kml"), kml.getBytes(charset));

        assertThat(Reading.of(file).records().get(0).values()).containsExactly("Sóc");
        assertThat(refusedBecause("<?xml version='1.0' encoding='VNI'?><kml/>")).isEqualTo("XML_CHARSET");
    }

    @Test
    void broken_xml_is_refused_with_its_place() throws Exception {
        assertThat(refusedBecause("<kml>\n<Placemark></kml>")).isEqualTo("XML_BROKEN");
        assertThat(refusedBecause("<kml>" + "<Folder>".repeat(100_000))).isEqualTo("XML_TOO_LARGE");
        byte[] bytes = "<kml><Placemark><name>S\u00f3c</name></Placemark></kml>".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.kml"), bytes);
        assertThat(catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file))
                        .code())
                .isEqualTo("XML_BROKEN");
        assertThat(Reading.of(file, ReadOptions.defaults().withCharset(StandardCharsets.ISO_8859_1))
                        .records()
                        .get(0)
                        .values())
                .containsExactly("Sóc");
    }
}
