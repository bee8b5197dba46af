package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;

/** Files that GDAL writes are read with the features that it was given. A MapInfo table has no empty numbers. */
class GdalPeerTest {
    private static final String SAMPLE = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"ma":"00123","ten":"Kế Sách","dt":1.5,"ghi":"a, \\"b\\"; c"},"geometry":
             {"type":"Polygon","coordinates":[[[105.9,9.5],[106,9.5],[106,9.6],[105.9,9.6],[105.9,9.5]],
             [[105.92,9.52],[105.92,9.54],[105.94,9.54],[105.92,9.52]]]}},
            {"type":"Feature","properties":{"ma":"7","ten":"Trần Đề","dt":-2,"ghi":"<&>"},"geometry":
             {"type":"MultiPolygon","coordinates":[[[[105.1,9.1],[105.2,9.1],[105.2,9.2],[105.1,9.1]]],
             [[[105.3,9.1],[105.4,9.1],[105.4,9.2],[105.3,9.1]]]]}},
            {"type":"Feature","properties":{"ma":"8","ten":"Mỹ Tú","dt":0,"ghi":null},"geometry":
             {"type":"Polygon","coordinates":[[[105.5,9.5],[105.6,9.5],[105.6,9.6],[105.5,9.5]]]}}]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeSample() throws Exception {
        Files.writeString(folder.resolve("mau.geojson"), SAMPLE);
        Gdal.ogr2ogr(folder, "-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8", "mau.shp", "mau.geojson");
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("a.mif", SourceFormat.MIF, new String[] {"-f", "MapInfo File", "-dsco", "FORMAT=MIF"}),
                Arguments.of("a.tab", SourceFormat.MAPINFO_TAB, new String[] {"-f", "MapInfo File"}),
                Arguments.of("a.csv", SourceFormat.CSV, new String[] {"-f", "CSV", "-lco", "GEOMETRY=AS_WKT"}),
                Arguments.of("b.csv", SourceFormat.CSV, new String[] {
                    "-f", "CSV", "-lco", "GEOMETRY=AS_WKT", "-lco", "SEPARATOR=SEMICOLON"
                }),
                Arguments.of("a.kml", SourceFormat.KML, new String[] {"-f", "KML"}),
                Arguments.of("b.kml", SourceFormat.KML, new String[] {"-f", "LIBKML"}),
                Arguments.of("a.kmz", SourceFormat.KML, new String[] {"-f", "LIBKML"}),
                Arguments.of("a.gml", SourceFormat.GML, new String[] {"-f", "GML", "-dsco", "FORMAT=GML2"}),
                Arguments.of("b.gml", SourceFormat.GML, new String[] {"-f", "GML", "-dsco", "FORMAT=GML3"}),
                Arguments.of("c.gml", SourceFormat.GML, new String[] {"-f", "GML", "-dsco", "FORMAT=GML3.2"}),
                Arguments.of("d.gml", SourceFormat.GML, new String[] {
                    "-f", "GML", "-dsco", "FORMAT=GML3.2", "-dsco", "SRSNAME_FORMAT=SHORT"
                }),
                Arguments.of("a.fgb", SourceFormat.FLATGEOBUF, new String[] {
                    "-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO", "-nlt", "PROMOTE_TO_MULTI"
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void what_gdal_writes_is_read_as_it_was(String file, SourceFormat format, String[] options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(file, "mau.shp"));
        Gdal.ogr2ogr(folder, arguments.toArray(String[]::new));
        Reading expected = Reading.of(folder.resolve("mau.shp"));

        Reading reading = Reading.of(folder.resolve(file));

        assertThat(reading.info().format()).isEqualTo(format);
        assertThat(reading.records()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            for (String field : List.of("ma", "ten", "dt", "ghi")) {
                assertThat(value(reading, i, field))
                        .as("%s of record %d", field, i)
                        .isEqualTo(value(expected, i, field));
            }
            assertSame(
                    reading.records().get(i).geometry(),
                    expected.records().get(i).geometry());
        }
        assertThat(reading.findings()).allMatch(finding -> finding.startsWith("0 "));
    }

    private static String value(Reading reading, int record, String name) {
        List<SourceField> fields = reading.info().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().toLowerCase(Locale.ROOT).equals(name)) {
                Object value = reading.records().get(record).values().get(i);
                boolean isNumber = name.equals("dt") && value != null;
                return isNumber ? String.valueOf(Double.parseDouble(value.toString())) : Objects.toString(value, "");
            }
        }
        return "no field " + name;
    }

    /** A MapInfo table rounds degrees to some 2e-7. */
    private static void assertSame(Geometry actual, Geometry expected) {
        assertThat(actual.norm().equalsExact(expected.norm(), 1e-6))
                .as("%s is %s", actual, expected)
                .isTrue();
    }
}
