package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.ImportOptions.Handling;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.read.SoundFile;

/** Files larger than what is taken, and records that promise more than there is, through a whole dry run. */
class EnormousFilesTest {

    private static final long TEN_GB = 10L << 30;

    @TempDir
    Path folder;

    private Importing importing;
    private List<Path> temporary;

    @BeforeEach
    void openStore() throws IOException {
        importing = new Importing(folder);
        temporary = Leftovers.now().temporary();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(importing.store.revision()).isZero();
        assertThat(Leftovers.now().temporary()).isEqualTo(temporary);
        importing.close();
    }

    private Path write(SoundFile sound) throws IOException {
        for (Map.Entry<String, byte[]> part : sound.parts().entrySet()) {
            Files.write(folder.resolve(part.getKey()), part.getValue());
        }
        return folder.resolve(sound.main());
    }

    private ImportResult run(Path file, String layer) {
        return importing.run(ImportOptions.of(file, layer, "Lan").withHandling(new Handling(true, false)));
    }

    /** Sparse: takes no room on the disk. */
    private static void stretch(Path file, long bytes) throws IOException {
        try (RandomAccessFile stretched = new RandomAccessFile(file.toFile(), "rw")) {
            stretched.setLength(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(SoundFile.Kind.class)
    void tenGigabytesAreRefusedBeforeTheyAreRead(SoundFile.Kind kind) throws Exception {
        SoundFile sound = SoundFile.of(kind, folder);
        Path file = write(sound);
        stretch(file, TEN_GB);

        ImportResult result = run(file, sound.layer());

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(Importing.codes(result)).containsExactly("FILE_TOO_LARGE");
        assertThat(result.report().source().sha256()).doesNotContainKey(sound.main());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbf", "shx", "prj", "cpg"})
    void tenGigabytesBesideTheFileAreRefusedToo(String extension) throws Exception {
        Path file = write(SoundFile.of(SoundFile.Kind.SHAPEFILE, folder));
        stretch(folder.resolve("xa." + extension), TEN_GB);

        ImportResult result = run(file, "communes");

        assertThat(result.report().findings().issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message().vi()).contains("xa." + extension + " lớn hơn"));
    }

    @Test
    void aTableThatPromisesBillionsOfRowsGivesThoseItHas() throws Exception {
        Path file = write(SoundFile.of(SoundFile.Kind.SHAPEFILE, folder));
        patch(folder.resolve("xa.dbf"), 4, 0xFF, 0xFF, 0xFF, 0xFF);

        assertThat(Importing.codes(run(file, "communes"))).contains("DBF_CUT");
    }

    @Test
    void aShapeThatPromisesMillionsOfVerticesCostsItsRowOnly() throws Exception {
        Path file = write(SoundFile.of(SoundFile.Kind.SHAPEFILE, folder));
        // Number of vertices of the first record, 200 million.
        patch(file, 100 + 8 + 40, 0x00, 0xC2, 0xEB, 0x0B);

        ImportResult result = run(file, "communes");

        assertThat(result.report().counts().read()).isEqualTo(6);
        assertThat(Importing.codes(result)).contains("GEOMETRY_DAMAGED");
    }

    @Test
    void aPolygonOfMillionsOfVerticesInTextIsRefusedOrLeftOut() throws Exception {
        String ring = "105.9 9.5,".repeat(4_100_000);
        Path wkt = Files.writeString(folder.resolve("a.csv"), "ten;wkt\nA;\"POLYGON ((" + ring + "105.9 9.5))\"\n");
        assertThat(run(wkt, "tourism_sites").outcome()).isEqualTo(Outcome.REFUSED);

        Path mif = Files.writeString(
                folder.resolve("a.mif"),
                "Version 300\nColumns 1\n ten Char(5)\nData\nRegion 1\n4100001\n" + ring.replace(',', '\n'));
        Files.writeString(folder.resolve("a.mid"), "\"A\"\n");
        assertThat(run(mif, "tourism_sites").outcome()).isEqualTo(Outcome.REFUSED);
        Files.delete(mif);

        Path json = Files.writeString(
                folder.resolve("a.geojson"),
                "{\"type\":\"Polygon\",\"coordinates\":[[" + "[1,2],".repeat(4_100_000) + "[1,2]]]}");
        assertThat(run(json, "tourism_sites").outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aPolygonOfMillionsOfVerticesInXmlIsLeftOutAndItsRowReported() throws Exception {
        Path kml = Files.writeString(
                folder.resolve("a.kml"),
                "<kml><Document><Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                        + "105.9,9.5 ".repeat(4_100_000)
                        + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>");
        ImportResult ofKml = run(kml, "tourism_sites");
        assertThat(ofKml.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(Importing.codes(ofKml)).contains("GEOMETRY_DAMAGED");
        Files.delete(kml);

        Path gml = Files.writeString(
                folder.resolve("a.gml"),
                "<a xmlns:gml=\"http://www.opengis.net/gml/3.2\"><gml:boundedBy><gml:Envelope srsName=\"EPSG:4326\"/>"
                        + "</gml:boundedBy><gml:featureMember><b><ten>A</ten><g><gml:Polygon>"
                        + "<gml:exterior><gml:LinearRing><gml:posList>" + "105.9 9.5 ".repeat(4_100_000)
                        + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></g></b></gml:featureMember></a>");
        ImportResult ofGml = run(gml, "tourism_sites");
        assertThat(ofGml.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(Importing.codes(ofGml)).contains("GEOMETRY_DAMAGED");
    }

    @Test
    void aRecordOfManyLongTextsIsRefusedBeforeItIsRead() throws Exception {
        String text = "\"" + "x".repeat(9_000_000) + "\"";
        Path json = folder.resolve("a.geojson");
        try (Writer out = Files.newBufferedWriter(json)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{");
            for (int i = 0; i < 100; i++) {
                out.write("\"f" + i + "\":" + text + ",");
            }
            out.write("\"ten\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.9,9.5]}}]}");
        }

        assertThat(Importing.codes(run(json, "tourism_sites"))).containsExactly("RECORD_TOO_LARGE");
    }

    @Test
    void whatIsSaidOfALongValueIsShort() throws Exception {
        String name = "\"ten\":\"" + " x".repeat(3_000_000) + "\"";
        ImportResult result = importing.run(importing
                .options(
                        "tourism_sites",
                        "{\"type\":\"Feature\",\"properties\":{" + name + "},\"geometry\":"
                                + "{\"type\":\"Point\",\"coordinates\":[105.9,9.5]}}")
                .withHandling(new Handling(true, false)));

        assertThat(result.report().findings().issues())
                .anySatisfy(issue -> assertThat(issue.message().vi()).contains("x x x"))
                .allSatisfy(issue -> assertThat(issue.message().vi()).hasSizeLessThan(3_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE kml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><kml>&b;</kml>",
                "<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml><name>&x;</name></kml>",
                "<!DOCTYPE kml SYSTEM 'http://127.0.0.1:1/x.dtd'><kml/>",
                "<!DOCTYPE kml [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]><kml/>"
            })
    void entitiesOfXmlAreRefused(String xml) throws Exception {
        Path kml = Files.writeString(folder.resolve("a.kml"), "<?xml version=\"1.0\"?>" + xml);
        assertThat(Importing.codes(run(kml, "tourism_sites"))).containsExactly("XML_DOCTYPE");
    }

    @Test
    void aFileThatXmlIncludesIsNotRead() throws Exception {
        Path kml = Files.writeString(
                folder.resolve("a.kml"),
                "<kml xmlns:xi=\"http://www.w3.org/2001/XInclude\"><Document><Placemark><name>"
                        + "<xi:include href=\"file:///etc/passwd\" parse=\"text\"/></name><Point><coordinates>105.9,9.5"
                        + "</coordinates></Point></Placemark></Document></kml>");

        assertThat(run(kml, "tourism_sites").report().toString()).doesNotContain("root:");
    }

    @Test
    void whatIsNestedDeepIsRefusedOrCostsItsRowOnly() throws Exception {
        int deep = 200_000;
        Path json = Files.writeString(
                folder.resolve("a.geojson"), "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(deep));
        assertThat(run(json, "communes").outcome()).isEqualTo(Outcome.REFUSED);

        Path wkt = Files.writeString(
                folder.resolve("a.csv"),
                "ten;wkt\nA;" + "GEOMETRYCOLLECTION (".repeat(deep) + "\nB;POINT (105.9 9.5)\n");
        assertThat(Importing.codes(run(wkt, "tourism_sites"))).contains("GEOMETRY_DAMAGED");

        Path kml = Files.writeString(folder.resolve("a.kml"), "<kml>" + "<Folder>".repeat(deep));
        assertThat(run(kml, "communes").outcome()).isEqualTo(Outcome.REFUSED);

        Path gml = Files.writeString(
                folder.resolve("a.gml"),
                "<a xmlns:gml=\"http://www.opengis.net/gml/3.2\"><gml:featureMember><b><g>"
                        + "<gml:MultiGeometry><gml:geometryMember>".repeat(deep));
        assertThat(run(gml, "communes").outcome()).isEqualTo(Outcome.REFUSED);
    }

    private static void patch(Path file, int at, int... values) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < values.length; i++) {
            bytes[at + i] = (byte) values[i];
        }
        Files.write(file, bytes);
    }
}
