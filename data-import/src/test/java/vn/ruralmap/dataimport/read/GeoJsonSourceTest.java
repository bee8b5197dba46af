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
import vn.ruralmap.dataimport.read.SourceField.Type;

class GeoJsonSourceTest {
    @TempDir
    Path folder;

    private Path write(String json) throws Exception {
        return Files.writeString(folder.resolve("xa.geojson"), json);
    }

    private Reading read(String json) throws Exception {
        return Reading.of(write(json));
    }

    private Reading readGeometry(String geometry) throws Exception {
        return read("{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry + "}");
    }

    private String refusedBecause(String json) throws Exception {
        Path file = write(json);
        return catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file))
                .getMessage();
    }

    @Test
    void fields_are_the_union_of_all_properties_with_the_type_that_fits_all() throws Exception {
        Reading reading = read("""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":7,"geometry":null,"properties":{"ma":"0123","so":1,"co":true,"gi":1}},
                {"type":"Feature","properties":{"so":2.5,"gi":"x","them":{"a":[1,null]}},"geometry":
                  {"coordinates":[105.5,9.5,12],"type":"Point"}}]}
                """);

        assertThat(reading.info().fields())
                .extracting(field -> field.name() + " " + field.type())
                .containsExactly("id INTEGER", "ma TEXT", "so DECIMAL", "co BOOLEAN", "gi TEXT", "them TEXT");
        assertThat(reading.records().get(0).values()).containsExactly(7L, "0123", 1.0, true, "1", null);
        assertThat(reading.records().get(1).values()).containsExactly(null, null, 2.5, null, "x", "{\"a\":[1,null]}");
        assertThat(reading.wkt()).containsExactly(null, "POINT (105.5 9.5)");
        assertThat(reading.findings()).containsExactly("0 Z_M_DROPPED");
        assertThat(reading.info().declaredRecords()).isEqualTo(2);
    }

    @Test
    void a_single_feature_and_a_bare_geometry_are_one_record() throws Exception {
        assertThat(read("\uFEFF{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":null}")
                        .records()
                        .get(0)
                        .values())
                .containsExactly(1L);
        assertThat(read("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}")
                        .wkt())
                .containsExactly("LINESTRING (1 2, 3 4)");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:EPSG::9209, EPSG:9209",
        "urn:ogc:def:crs:OGC:1.3:CRS84, OGC:CRS84",
        "EPSG:5897, EPSG:5897",
        "urn:ogc:def:crs:EPSG:6.9:4326, EPSG:4326",
        "http://www.opengis.net/def/crs/EPSG/0/3405, EPSG:3405"
    })
    void the_old_crs_member_is_read_before_and_after_the_features(String name, String code) throws Exception {
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}}";

        assertThat(read("{" + crs + ",\"features\":[]}").info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode(code));
        assertThat(read("{\"features\":[]," + crs + "}").info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode(code));
    }

    @Test
    void without_a_crs_member_it_is_wgs84_and_an_unknown_one_is_reported() throws Exception {
        assertThat(read("{\"features\":[]}").info().declaredCrs()).isEqualTo(DeclaredCrs.ofCode("OGC:CRS84"));
        Reading unknown = read("{\"features\":[],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"VN-2000\"}}}");
        assertThat(unknown.info().declaredCrs()).isNull();
        assertThat(unknown.findings()).containsExactly("0 CRS_NOT_UNDERSTOOD");
    }

    @Test
    void every_geometry_type_is_read() throws Exception {
        assertThat(readGeometry("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}")
                        .wkt())
                .containsExactly("MULTIPOINT ((1 2), (3 4))");
        assertThat(readGeometry("{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8]]]}")
                        .wkt())
                .containsExactly("MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))");
        assertThat(readGeometry("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]],"
                                + "[[5,2],[6,2],[6,3],[5,2]]]}")
                        .wkt())
                .containsExactly("POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))");
        assertThat(readGeometry("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,0]]],"
                                + "[[[20,0],[29,0],[29,9],[20,0]]]]}")
                        .wkt())
                .containsExactly("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))");
        assertThat(readGeometry("{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\","
                                + "\"coordinates\":[1,2]},{\"type\":\"Point\",\"coordinates\":[3,4]}]}")
                        .wkt())
                .containsExactly("MULTIPOINT ((1 2), (3 4))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Point\",\"coordinates\":[[1,2]]}",
                "{\"type\":\"Point\",\"coordinates\":[1]}",
                "{\"type\":\"Point\",\"coordinates\":[1,\"2\"]}",
                "{\"type\":\"Point\",\"coordinates\":[1e999,2]}",
                "{\"type\":\"Point\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4]]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],{\"a\":3}]}",
                "{\"type\":\"Circle\",\"coordinates\":[1,2]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[[[1]]]]]]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
                        + "{\"type\":\"LineString\",\"coordinates\":[[3,4],[5,6]]}]}"
            })
    void a_damaged_geometry_costs_the_row_its_geometry_only(String geometry) throws Exception {
        Reading reading = readGeometry(geometry);

        assertThat(reading.wkt()).containsExactly((String) null);
        assertThat(reading.records().get(0).issues())
                .singleElement()
                .extracting(issue -> issue.severity().name())
                .isEqualTo("ERROR");
    }

    @Test
    void what_is_no_feature_is_reported_in_its_place() throws Exception {
        assertThat(read("{\"features\":[1,{\"type\":\"Feature\",\"geometry\":null},null]}")
                        .findings())
                .containsExactly("1 NOT_A_FEATURE", "3 NOT_A_FEATURE");
    }

    @Test
    void broken_json_is_refused_with_line_and_column() throws Exception {
        assertThat(refusedBecause("{\"features\":[\n{\"type\":\"Feature\",}"))
                .startsWith("JSON_BROKEN")
                .contains("line 2");
        assertThat(refusedBecause("{\"features\":[{\"type\":")).startsWith("JSON_BROKEN");
        assertThat(refusedBecause("{\"features\":[]} {}")).startsWith("NOT_GEOJSON");
        assertThat(refusedBecause("{\"type\":\"Topology\",\"objects\":{}}"))
                .startsWith("NOT_GEOJSON")
                .contains("Topology");
        assertThat(refusedBecause("[".repeat(100_000))).startsWith("NOT_GEOJSON");
        assertThat(refusedBecause("{\"a\":" + "[".repeat(100_000))).startsWith("JSON_TOO_LARGE");
    }

    @Test
    void other_charsets_need_to_be_named() throws Exception {
        byte[] json = "{\"features\":[{\"properties\":{\"ten\":\"Métro\"}}]}".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("xa.json"), json);

        assertThat(catchThrowableOfType(UnreadableSourceException.class, () -> Reading.of(file))
                        .code())
                .isEqualTo("JSON_NOT_UTF8");
        assertThat(Reading.of(file, ReadOptions.defaults().withCharset(StandardCharsets.ISO_8859_1))
                        .records()
                        .get(0)
                        .values())
                .containsExactly("Métro");
    }

    @Test
    void properties_of_the_collection_are_no_fields() throws Exception {
        Reading reading = read("{\"properties\":{\"a\":1},\"features\":[{\"properties\":{\"b\":null}}]}");

        assertThat(reading.info().fields()).containsExactly(new SourceField("b", Type.TEXT, 0));
    }
}
