package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.kdtree.KdTree;
import vn.ruralmap.dataimport.ImportOptions.Dating;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.placing.PlaceEvidence.Line;
import vn.ruralmap.dataimport.read.ReadOptions;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceFiles;
import vn.ruralmap.layers.RealData;
import vn.ruralmap.layers.model.Feature;

/** Real files, which cannot be part of the project: the test is skipped where they are absent. */
class RealDataTest {

    private static final LocalDate REFORM = Importing.REFORM;
    private static final LocalDate OLD = LocalDate.of(2008, 1, 1);
    /** 1 cm of latitude. */
    private static final double CENTIMETRE = 0.01 / 110_574;

    @TempDir
    Path folder;

    private Path data;
    private Importing importing;

    @BeforeEach
    void openStore() {
        data = RealData.folder("communes");
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() {
        if (importing != null) {
            importing.close();
        }
    }

    private ImportResult communes(String file, LocalDate validFrom) {
        return importing.run(
                ImportOptions.of(data.resolve(file), "communes", "Lan").validFrom(validFrom));
    }

    @Test
    void aVn2000ShapefileLandsOnEveryVertexOfItsOriginal() throws Exception {
        ImportResult result = communes("soctrang_xa_2025_vn2000.zip", REFORM);

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(result.report().counts().added()).isEqualTo(43);
        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209");
        assertThat(result.report().decisions().transformation()).startsWith("EPSG:6960");
        assertThat(importing.names("communes", Importing.TODAY))
                .hasSize(43)
                .contains("Xã Kế Sách", "Phường Vĩnh Châu", "Xã Trần Đề", "Xã Mỹ Tú");
        assertSameVertices(originals("soctrang_43xa_2025_fullres.geojson"));
    }

    @Test
    void aWgs84ShapefileIsTakenAsItIs() throws Exception {
        ImportResult result = communes("hcm_xa_2025_wgs84.zip", REFORM);

        assertThat(result.report().counts().added()).isEqualTo(24);
        assertThat(importing.names("communes", Importing.TODAY)).contains("Xã Củ Chi", "Xã Cần Giờ");
        assertSameVertices(originals("hcm_5huyen_cu_24xa_2025_fullres.geojson"));
    }

    private Map<String, Geometry> originals(String file) throws Exception {
        Map<String, Geometry> byCode = new HashMap<>();
        try (Source source = SourceFiles.open(data.resolve(file), ReadOptions.defaults())) {
            int code = source.info().fields().stream()
                    .map(field -> field.name())
                    .toList()
                    .indexOf("ma_xa");
            source.forEach(row -> byCode.put(String.valueOf(row.values().get(code)), row.geometry()));
        }
        return byCode;
    }

    /** Each way, but for tips of spikes without area, which no valid polygon can have. */
    private void assertSameVertices(Map<String, Geometry> originals) {
        List<Feature> imported = importing.inForce("communes", Importing.TODAY);
        assertThat(imported).hasSameSizeAs(originals.keySet());
        List<Coordinate> lost = new ArrayList<>();
        for (Feature feature : imported) {
            Geometry original = originals.get(String.valueOf(feature.value(0)));
            assertThat(feature.geometry().isValid()).isTrue();
            assertThat(strangers(feature.geometry(), original)).isEmpty();
            lost.addAll(strangers(original, feature.geometry()));
        }
        assertThat(lost).hasSizeLessThanOrEqualTo(1);
    }

    /** Vertices of one geometry that are farther than a centimetre from every vertex of the other. */
    private static List<Coordinate> strangers(Geometry one, Geometry other) {
        KdTree tree = new KdTree();
        for (Coordinate coordinate : other.getCoordinates()) {
            tree.insert(coordinate);
        }
        List<Coordinate> strangers = new ArrayList<>();
        for (Coordinate coordinate : one.getCoordinates()) {
            Envelope near = new Envelope(coordinate);
            near.expandBy(CENTIMETRE);
            if (tree.query(near).isEmpty()) {
                strangers.add(coordinate);
            }
        }
        return strangers;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oldAndNewUnitsKeepApartWhicheverComesFirst(boolean oldFirst) {
        String older = "soctrang_xa_2008.zip";
        String newer = "soctrang_xa_2025_vn2000.zip";
        communes(oldFirst ? older : newer, oldFirst ? OLD : REFORM);
        communes(oldFirst ? newer : older, oldFirst ? REFORM : OLD);

        assertThat(importing.names("communes", LocalDate.of(2010, 1, 1)))
                .hasSize(96)
                .contains("Thị trấn Huỳnh Hữu Nghĩa", "Xã Mỹ Tú");
        assertThat(importing.names("communes", Importing.TODAY)).hasSize(43).doesNotContain("Thị trấn Huỳnh Hữu Nghĩa");
        assertThat(importing.inForce("communes", REFORM.minusDays(1))).hasSize(96);
    }

    @Test
    void theSameFileAgainPublishesNothing() {
        communes("soctrang_xa_2008.zip", OLD);
        communes("soctrang_xa_2025_vn2000.zip", REFORM);
        long revision = importing.store.revision();

        assertThat(communes("soctrang_xa_2025_vn2000.zip", REFORM).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(communes("soctrang_xa_2008.zip", OLD).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(importing.store.revision()).isEqualTo(revision);
    }

    @Test
    void rollbackBringsBackWhatTheNewUnitsEnded() {
        communes("soctrang_xa_2008.zip", OLD);
        ImportResult reform = communes("soctrang_xa_2025_vn2000.zip", REFORM);

        importing.store.revert(reform.changeset().id(), "Lan");

        assertThat(importing.inForce("communes", Importing.TODAY))
                .hasSize(96)
                .allSatisfy(feature -> assertThat(feature.validity().to()).isNull());
    }

    /** A copy without its .prj, perhaps with another in its place. */
    private Path copyWithPrj(String file, String prj) throws Exception {
        Path copy = folder.resolve(file);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(data.resolve(file)));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().endsWith(".prj")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                } else if (!prj.isEmpty()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(prj.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        return copy;
    }

    @Test
    void withoutItsPrjTheSystemIsFoundByTheStoredUnits() throws Exception {
        importing.run(ImportOptions.of(data.resolve("soctrang_43xa_2025_fullres.geojson"), "communes", "Lan")
                .validFrom(REFORM));

        ImportResult result =
                importing.run(ImportOptions.of(copyWithPrj("soctrang_xa_2025_vn2000.zip", ""), "communes", "Lan")
                        .validFrom(REFORM));

        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209");
        assertThat(result.report().findings().counts()).containsKey("CRS_BY_PLACE");
        assertThat(result.report().decisions().place().candidates().get(0).outlineMetres())
                .isLessThan(1);
        assertSameVertices(originals("soctrang_43xa_2025_fullres.geojson"));
    }

    @Test
    void withoutItsPrjTheSystemIsFoundByTheUnitsOfBeforeTheReformToo() throws Exception {
        communes("soctrang_xa_2008.zip", OLD);

        ImportResult result =
                importing.run(ImportOptions.of(copyWithPrj("soctrang_xa_2025_vn2000.zip", ""), "communes", "Lan")
                        .validFrom(REFORM));

        // the new units are larger, and some of their codes were those of others: half lie inside, all lie near
        assertThat(result.report().decisions().crs().value()).startsWith("EPSG:9209");
        assertThat(result.report().findings().counts()).containsKey("CRS_BY_PLACE");
        assertThat(result.report().decisions().place().candidates().get(0).inside())
                .isBetween(0.5, 0.9);
    }

    @Test
    void onAnEmptyMapTheAxesOfTheNamedProvinceAreOfferedFirst() throws Exception {
        ImportResult result =
                importing.run(ImportOptions.of(copyWithPrj("soctrang_xa_2025_vn2000.zip", ""), "communes", "Lan"));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.report().decisions().place().candidates().subList(0, 2))
                .extracting(Line::option)
                .containsExactlyInAnyOrder("--crs EPSG:5897", "--crs EPSG:9209");
    }

    @Test
    void theAxisOfCanThoUnderAFileOfSocTrangIsNoticed() throws Exception {
        importing.run(ImportOptions.of(data.resolve("soctrang_43xa_2025_fullres.geojson"), "communes", "Lan")
                .validFrom(REFORM));
        String wrong = "PROJCS[\"VN_2000_TM_3_105_00\",GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\","
                + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                + "PARAMETER[\"Central_Meridian\",105.0],PARAMETER[\"Scale_Factor\",0.9999],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

        ImportResult result =
                importing.run(ImportOptions.of(copyWithPrj("soctrang_xa_2025_vn2000.zip", wrong), "communes", "Lan")
                        .validFrom(REFORM));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.report().findings().counts()).containsKey("CRS_DISPLACED");
        assertThat(result.report().summary().vi()).contains("nhập lại với: --crs EPSG:9209");
    }

    @Test
    void pagodasWithoutPointsAreLeftOutAndTheOthersGoIn() {
        ImportResult result = importing.run(
                ImportOptions.of(RealData.folder("tourism").resolve("chua_2_7.geojson"), "tourism_sites", "Lan")
                        .withFields(Map.of("Tên Chùa", "name", "Địa Chỉ", "address", "link", "website")));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(result.report().counts().read()).isEqualTo(94);
        assertThat(result.report().counts().added()).isEqualTo(66);
        assertThat(result.report().findings().counts()).containsEntry("GEOMETRY_MISSING", 28);
    }

    @Test
    void hamletsFindTheirCommuneByTheCodeOfTheirDate() {
        communes("soctrang_xa_2008.zip", OLD);
        communes("soctrang_xa_2025_vn2000.zip", REFORM);

        ImportResult result = importing.run(ImportOptions.of(
                        RealData.folder("hamlets").resolve("wof_localities_soctrang_hcm5huyen.geojson"),
                        "hamlets",
                        "Lan")
                .withFields(Map.of("ten", "name", "ma_xa_chua", "commune"))
                .withDating(new Dating(LocalDate.of(2020, 1, 1), REFORM, null)));

        assertThat(result.report().counts().read()).isEqualTo(620);
        assertThat(result.report().counts().added()).isGreaterThan(330);
        assertThat(result.report().findings().counts()).containsKey("REFERENCE_UNKNOWN");
    }
}
