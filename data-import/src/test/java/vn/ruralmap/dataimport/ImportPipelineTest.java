package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.ruralmap.dataimport.Importing.TODAY;
import static vn.ruralmap.dataimport.Importing.codes;
import static vn.ruralmap.dataimport.Importing.commune;
import static vn.ruralmap.dataimport.Importing.feature;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.dataimport.ImportOptions.Handling;
import vn.ruralmap.dataimport.ImportOptions.Reading;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;
import vn.ruralmap.layers.catalogue.CatalogueReader;

class ImportPipelineTest {

    private static final Handling STRICT = new Handling(false, true);
    private static final Handling DRY_RUN = new Handling(true, false);
    /** Its ring crosses itself. */
    private static final String BOW_TIE = "{\"type\":\"Feature\",\"properties\":{\"ma_xa\":\"31528\",\"ten_xa\":\"Xã"
            + " Kế Sách\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106,9.5],[106.1,9.6],[106.1,9.5],"
            + "[106,9.6],[106,9.5]]]}}";

    @TempDir
    Path folder;

    private Importing importing;

    @BeforeEach
    void openStore() {
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() {
        importing.close();
    }

    @Test
    void aRowBecomesAFeatureSinceToday() {
        ImportResult result =
                importing.run(importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1)));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(importing.all("communes")).singleElement().satisfies(feature -> {
            assertThat(feature.validity().from()).isEqualTo(TODAY);
            assertThat(feature.values().subList(0, 3)).containsExactly("31528", "Xã Kế Sách", "xã");
            assertThat(feature.geometry().toText())
                    .isEqualTo("MULTIPOLYGON (((106 9.5, 106.1 9.5, 106.1 9.6, 106 9.6, 106 9.5)))");
        });
    }

    @Test
    void theChangesetRemembersWhereItCameFrom() {
        ImportResult result =
                importing.run(importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1)));

        assertThat(result.changeset().author()).isEqualTo("Lan");
        assertThat(result.changeset().message()).contains("rows.geojson");
        assertThat(result.changeset().provenance())
                .containsEntry("file", "rows.geojson")
                .containsEntry("rows_read", "1")
                .hasEntrySatisfying("crs", crs -> assertThat(crs).startsWith("CRS:84"))
                .hasEntrySatisfying("sha256", digest -> assertThat(digest).matches("[0-9a-f]{64}"));
    }

    @Test
    void aRowInErrorStaysOutAndTheOthersGoIn() {
        ImportResult result = importing.run(importing.options(
                "communes",
                commune("31528", "Xã Kế Sách", 106, 9.5, 0.1),
                commune("", "Xã không mã", 106.1, 9.5, 0.1),
                commune("31531", "Xã An Lạc Thôn", 106.2, 9.5, 0.1)));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã An Lạc Thôn", "Xã Kế Sách");
        assertThat(result.report().counts().refused()).isEqualTo(1);
        assertThat(result.report().findings().issues())
                .filteredOn(finding -> finding.row() == 2)
                .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo("REFUSED"));
    }

    @Test
    void strictRefusesTheFileForOneRowInError() {
        ImportResult result = importing.run(importing
                .options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1), commune("", "?", 106.1, 9.5, 0.1))
                .withHandling(STRICT));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(importing.store.revision()).isZero();
    }

    @Test
    void moreThanHalfInErrorRefusesTheFile() {
        ImportResult result = importing.run(importing.options(
                "communes",
                commune("31528", "Xã Kế Sách", 106, 9.5, 0.1),
                commune("", "?", 106.1, 9.5, 0.1),
                commune("", "?", 106.2, 9.5, 0.1)));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(result)).contains("TOO_MANY_ERRORS");
        assertThat(importing.all("communes")).isEmpty();
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndWritesNothing() {
        ImportResult result = importing.run(importing
                .options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1))
                .withHandling(DRY_RUN));

        assertThat(result.outcome()).isEqualTo(Outcome.WOULD_PUBLISH);
        assertThat(result.report().counts().added()).isEqualTo(1);
        assertThat(importing.store.revision()).isZero();
    }

    @Test
    void invalidGeometryIsRepairedWithANote() {
        ImportResult result = importing.run(importing.options("communes", BOW_TIE));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(importing.all("communes"))
                .singleElement()
                .satisfies(feature -> assertThat(feature.geometry().isValid()).isTrue());
        assertThat(result.report().findings().issues())
                .filteredOn(finding -> finding.code().equals("SELF_INTERSECTION"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place().x()).isCloseTo(106.05, within(1e-8));
                    assertThat(finding.place().y()).isCloseTo(9.55, within(1e-8));
                    assertThat(finding.remedy().en()).contains("parts 1 → 2", "1 vertices added");
                });
    }

    @Test
    void invalidGeometryIsRefusedWhenStrict() {
        ImportResult result =
                importing.run(importing.options("communes", BOW_TIE).withHandling(STRICT));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(result)).contains("SELF_INTERSECTION");
    }

    @Test
    void aRequiredAttributeWithoutAFieldIsRefusedBeforeAnyRowIsRead() {
        ImportResult result = importing.run(importing.options("communes", feature("\"so\":1", 106, 9.5, 0.1)));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.report().counts().read()).isZero();
        assertThat(result.report().summary().en()).contains("--map FIELD=code", "so");
    }

    @Test
    void theSummaryAndTheJsonTellPeopleAndProgramsTheSame() {
        ImportResult result = importing.run(importing
                .options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1))
                .withHandling(DRY_RUN));
        JsonNode json = JsonMapper.shared().readTree(result.report().toJson());

        assertThat(result.report().summary().vi()).contains("Đọc 1 dòng: thêm 1", "ma_xa → code");
        assertThat(json.at("/outcome").asString()).isEqualTo("WOULD_PUBLISH");
        assertThat(json.at("/counts/added").asInt()).isEqualTo(1);
        assertThat(json.at("/decisions/fields/0/attribute").asString()).isEqualTo("code");
        assertThat(json.at("/source/sha256/rows.geojson").asString()).hasSize(64);
    }

    @Test
    void whatCannotBeAskedForIsSaidAtOnce() {
        ImportOptions options = importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1));

        for (ImportOptions wrong : List.of(
                ImportOptions.of(options.file(), "villages", "Lan"),
                options.withFields(Map.of("ma_ap", "code")),
                options.withFields(Map.of("ma_xa", "population_density")),
                options.withReading(new Reading(null, "EPSG:1", AskedEncodings.NONE)))) {
            assertThatThrownBy(
                            () -> new ImportPipeline(CatalogueReader.readDefault(), importing.store, Clock.systemUTC())
                                    .run(wrong, ImportProgress.none()))
                    .isInstanceOf(InvalidImportException.class);
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsReason() {
        ImportResult result = importing.run(ImportOptions.of(folder.resolve("none.zip"), "communes", "Lan"));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(result)).containsExactly("FILE_MISSING");
    }

    @Test
    void referencesAreFoundByTheCodeOrTheNameOfTheDate() {
        importing.run(importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1)));

        ImportResult result = importing.run(importing.options(
                "hamlets",
                feature("\"ten_ap\":\"Ấp 1\",\"ma_xa\":31528", 106.01, 9.51, 0.01),
                feature("\"ten_ap\":\"Ấp 2\",\"ma_xa\":\"ke sach\"", 106.03, 9.51, 0.01),
                feature("\"ten_ap\":\"Ấp 3\",\"ma_xa\":\"31999\"", 106.05, 9.51, 0.01)));

        assertThat(importing.names("hamlets", TODAY)).containsExactly("Ấp 1", "Ấp 2");
        assertThat(result.report().summary().en()).contains("no '31999'", TODAY.toString());
    }

    @Test
    void aCodeOfAnotherDateIsNoReferenceAndTheReportSaysWhen() {
        importing.run(importing
                .options("communes", commune("31528", "Thị trấn Kế Sách", 106, 9.5, 0.1))
                .withDating(new ImportOptions.Dating(LocalDate.of(2008, 1, 1), Importing.REFORM, null)));

        ImportResult result = importing.run(
                importing.options("hamlets", feature("\"ten_ap\":\"Ấp 1\",\"ma_xa\":\"31528\"", 106.01, 9.51, 0.01)));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.report().summary().vi()).contains("Thị trấn Kế Sách 2008-01-01/2025-07-01");
    }

    @Test
    void withoutACoordinateSystemMetresAreRefusedAndTheAxesListed() throws Exception {
        Path file = shapefile(null, "POLYGON ((551000 1061000, 552000 1061000, 552000 1062000, 551000 1061000))");

        ImportResult refused = importing.run(ImportOptions.of(file, "communes", "Lan"));
        ImportResult told = importing.run(ImportOptions.of(file, "communes", "Lan")
                .withReading(new Reading(null, "EPSG:9209", AskedEncodings.NONE)));

        assertThat(codes(refused)).contains("CRS_MISSING");
        assertThat(refused.report().summary().vi()).contains("EPSG:9209 (105°30′)", "Sóc Trăng");
        assertThat(told.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(importing.all("communes").get(0).geometry().getCoordinate().x)
                .isBetween(105.9, 106.0);
    }

    @Test
    void withoutACoordinateSystemDegreesOfVietnamAreBelievedWithAWarning() throws Exception {
        Path file = shapefile(null, "POLYGON ((106 9.5, 106.1 9.5, 106.1 9.6, 106 9.5))");

        ImportResult result = importing.run(ImportOptions.of(file, "communes", "Lan"));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(codes(result)).contains("CRS_DOUBTFUL");
    }

    @Test
    void swappedCoordinatesAreNamedAsSuch() throws Exception {
        Path file = shapefile(null, "POLYGON ((1061000 551000, 1061000 552000, 1062000 552000, 1061000 551000))");

        ImportResult result = importing.run(ImportOptions.of(file, "communes", "Lan")
                .withReading(new Reading(null, "EPSG:9209", AskedEncodings.NONE)));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.report().summary().en()).contains("outside Vietnam", "X and Y are swapped");
    }

    private Path shapefile(String prj, String wkt) throws Exception {
        Path file = folder.resolve("xa.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            ShapefileZip.write(
                    out,
                    new ShapefileTable(
                            "xa",
                            ShapeKind.POLYGON,
                            List.of(DbfColumn.text("MA_XA"), DbfColumn.text("TEN_XA")),
                            List.of(new ShapefileTable.Row(new WKTReader().read(wkt), List.of("31528", "Xã Kế Sách"))),
                            prj));
        }
        return file;
    }
}
