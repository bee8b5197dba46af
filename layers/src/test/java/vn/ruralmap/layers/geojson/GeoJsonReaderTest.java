package vn.ruralmap.layers.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.layers.crs.SystemReference;

class GeoJsonReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'type':'Point','coordinates':[105.5,9.5]}                                    | POINT (105.5 9.5)
                    {'coordinates':[105.5,9.5,12],'type':'Point','bbox':[1,2,[3]],'x':{'y':[]}}   | POINT (105.5 9.5)
                    {'type':'LineString','coordinates':[[105,9],[106,9]]}                         | LINESTRING (105 9, 106 9)
                    {'type':'MultiPoint','coordinates':[[105,9],[106,9]]}                         | MULTIPOINT ((105 9), (106 9))
                    {'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[0,0]],[[2,1],[3,1],[3,2],[2,1]]]} | POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))
                    {'type':'MultiPolygon','coordinates':[[[[0,0],[4,0],[4,4],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]} | MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((5 5, 6 5, 6 6, 5 5)))
                    {'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]}]} | GEOMETRYCOLLECTION (POINT (1 2))
                    {'type':'MultiPolygon','coordinates':[]}                                      | MULTIPOLYGON EMPTY
                    """)
    void every_type_is_read(String json, String wkt) {
        assertThat(read(json, SystemReference.CRS84).toText()).isEqualTo(wkt);
    }

    @Test
    void numbers_have_the_order_of_their_system() {
        assertThat(read("{'type':'Point','coordinates':[9.5,105.5]}", SystemReference.WGS84)
                        .toText())
                .isEqualTo("POINT (105.5 9.5)");

        Geometry projected = read(
                "{'type':'Point','coordinates':[551819.668,1061930.471]}",
                SystemReference.find("http://www.opengis.net/def/crs/EPSG/0/9209")
                        .orElseThrow());
        assertThat(projected.getCoordinate().x).isCloseTo(105.9739, org.assertj.core.api.Assertions.within(1e-7));
        assertThat(projected.getCoordinate().y).isCloseTo(9.6025, org.assertj.core.api.Assertions.within(1e-7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'type':'Circle','coordinates':[1,2]}                          | is one of: GeometryCollection
                    {'coordinates':[1,2]}                                          | has no type
                    {'type':'Point'}                                               | has no coordinates
                    {'type':'Point','coordinates':[]}                              | too many levels or are empty
                    {'type':'Point','coordinates':[1]}                             | two numbers
                    {'type':'Point','coordinates':[1,'2']}                         | consists of numbers
                    {'type':'Point','coordinates':[200,2]}                         | outside of its coordinate system
                    {'type':'Point','coordinates':[[1,2]]}                         | too many levels
                    {'type':'LineString','coordinates':[1,2]}                      | too few levels
                    {'type':'LineString','coordinates':[[1,2]]}                    | at least two
                    {'type':'Polygon','coordinates':[[[0,0],[4,0],[4,4],[1,0]]]}   | the last one equal to the first
                    {'type':'Polygon','coordinates':[[[[[[1,2]]]]]]}               | nested too deeply
                    {'type':'MultiPoint','coordinates':[[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1]]} | more than 10 vertices
                    """)
    void what_is_wrong_is_said_with_its_place(String json, String reason) {
        assertThatThrownBy(() -> read(json, SystemReference.CRS84))
                .isInstanceOfSatisfying(GeoJsonException.class, refusal -> assertThat(
                                refusal.reason().en())
                        .startsWith("line 1, column ")
                        .contains(reason));
    }

    private static Geometry read(String json, SystemReference reference) {
        try (JsonParser parser =
                JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json.replace('\'', '"'))) {
            parser.nextToken();
            return new GeoJsonReader(parser, reference, 10).read();
        }
    }
}
