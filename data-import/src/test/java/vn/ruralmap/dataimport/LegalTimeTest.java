package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.dataimport.Importing.REFORM;
import static vn.ruralmap.dataimport.Importing.TODAY;
import static vn.ruralmap.dataimport.Importing.codes;
import static vn.ruralmap.dataimport.Importing.commune;
import static vn.ruralmap.dataimport.Importing.feature;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.ImportOptions.Dating;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.layers.model.Feature;

/** What a date does to an import: the codes are those of the reform of 1/7/2025. */
class LegalTimeTest {

    private static final LocalDate OLD = LocalDate.of(2008, 1, 1);
    private static final LocalDate BETWEEN = LocalDate.of(2015, 1, 1);

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

    private ImportResult communes(LocalDate validFrom, String... rows) {
        return importing.run(importing.options("communes", rows).withDating(new Dating(validFrom, null, null)));
    }

    @Test
    void aReusedCodeEndsTheUnitThatHadIt() {
        communes(OLD, commune("31567", "Thị trấn Huỳnh Hữu Nghĩa", 105.8, 9.6, 0.02));
        ImportResult result = communes(REFORM, commune("31567", "Xã Mỹ Tú", 105.8, 9.6, 0.1));

        assertThat(result.report().counts().ended()).isEqualTo(1);
        assertThat(importing.names("communes", REFORM.minusDays(1))).containsExactly("Thị trấn Huỳnh Hữu Nghĩa");
        assertThat(importing.names("communes", REFORM)).containsExactly("Xã Mỹ Tú");
        assertThat(importing.all("communes")).hasSize(2);
    }

    @Test
    void theSameDateAgainCorrectsInPlace() {
        communes(REFORM, commune("31567", "Xã Mỹ Tu", 105.8, 9.6, 0.1));
        ImportResult result = communes(REFORM, commune("31567", "Xã Mỹ Tú", 105.8, 9.6, 0.1));

        assertThat(result.report().counts().changed()).isEqualTo(1);
        assertThat(importing.all("communes")).singleElement().satisfies(feature -> {
            assertThat(feature.version()).isEqualTo(2);
            assertThat(feature.validity().from()).isEqualTo(REFORM);
        });
    }

    @Test
    void aUnitThatDidNotChangeGoesOn() {
        communes(OLD, commune("31537", "Xã Phong Nẫm", 105.8, 9.6, 0.1));
        ImportResult result = communes(REFORM, commune("31537", "Xã Phong Nẫm", 105.8, 9.6, 0.1));

        assertThat(result.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(importing.all("communes"))
                .singleElement()
                .satisfies(feature -> assertThat(feature.validity().from()).isEqualTo(OLD));
    }

    @Test
    void withoutADateTheUnitInForceTodayIsUpdatedAndKeepsItsBeginning() {
        communes(REFORM, commune("31567", "Xã Mỹ Tu", 105.8, 9.6, 0.1));
        communes(null, commune("31567", "Xã Mỹ Tú", 105.8, 9.6, 0.1));

        assertThat(importing.all("communes"))
                .singleElement()
                .satisfies(feature -> assertThat(feature.validity().from()).isEqualTo(REFORM));
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Mỹ Tú");
    }

    @Test
    void olderDataEndWhereTheCodePassesOn() {
        communes(REFORM, commune("31567", "Xã Mỹ Tú", 105.8, 9.6, 0.1));
        communes(OLD, commune("31567", "Thị trấn Huỳnh Hữu Nghĩa", 108, 15, 0.02));

        assertThat(importing.names("communes", OLD)).containsExactly("Thị trấn Huỳnh Hữu Nghĩa");
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Mỹ Tú");
    }

    @Test
    void aStateInBetweenEndsWhereItsPredecessorEnded() {
        importing.run(importing
                .options("communes", commune("31567", "Xã A", 105.8, 9.6, 0.1))
                .withDating(new Dating(OLD, REFORM, null)));
        communes(BETWEEN, commune("31567", "Xã B", 105.8, 9.6, 0.1));

        assertThat(importing.names("communes", BETWEEN.minusDays(1))).containsExactly("Xã A");
        assertThat(importing.names("communes", REFORM.minusDays(1))).containsExactly("Xã B");
        assertThat(importing.names("communes", REFORM)).isEmpty();
    }

    @Test
    void newUnitsEndThoseOnWhoseLandTheyLie() {
        communes(
                OLD,
                commune("31570", "Xã Một", 105.0, 9.6, 0.1),
                commune("31573", "Xã Hai", 105.1, 9.6, 0.1),
                commune("31576", "Xã Ba", 105.2, 9.6, 0.1));
        // covers the first two whole and four tenths of the third
        String merged = "{\"type\":\"Feature\",\"properties\":{\"ma_xa\":\"31900\",\"ten_xa\":\"Xã Mới\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[[105.0,9.6],[105.24,9.6],[105.24,9.7],[105.0,9.7],[105.0,9.6]]]}}";
        ImportResult result = communes(REFORM, merged);

        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Ba", "Xã Mới");
        assertThat(result.report().ended()).singleElement().satisfies(day -> {
            assertThat(day.since()).isEqualTo(REFORM);
            assertThat(day.features())
                    .extracting(ImportReport.EndedFeature::label)
                    .containsExactly("Xã Một", "Xã Hai");
        });
        assertThat(result.report().summary().vi()).contains("2 đối tượng hết hiệu lực từ 2025-07-01");
    }

    @Test
    void halvesImportedFromTwoFilesEndAUnitTogether() {
        communes(OLD, commune("31570", "Xã Một", 105.0, 9.6, 0.1));
        communes(REFORM, commune("31901", "Xã Đông", 105.06, 9.6, 0.1));
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Một", "Xã Đông");

        communes(REFORM, commune("31902", "Xã Tây", 104.96, 9.6, 0.1));

        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Tây", "Xã Đông");
    }

    @Test
    void olderDataUnderNewerUnitsEndWithTheReform() {
        communes(REFORM, commune("31900", "Xã Mới", 105.0, 9.6, 0.2));
        ImportResult result = communes(OLD, commune("31570", "Xã Một", 105.0, 9.6, 0.1));

        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Mới");
        assertThat(importing.names("communes", OLD)).containsExactly("Xã Một");
        assertThat(codes(result)).contains("ENDS_WHERE_OTHERS_BEGIN");
    }

    @Test
    void anEndThatWasSaidIsKept() {
        communes(REFORM, commune("31900", "Xã Mới", 105.0, 9.6, 0.2));
        importing.run(importing
                .options("communes", commune("31570", "Xã Một", 105.0, 9.6, 0.1))
                .withDating(new Dating(OLD, BETWEEN, "QĐ 1")));

        assertThat(importing.names("communes", BETWEEN.minusDays(1))).containsExactly("Xã Một");
        assertThat(importing.names("communes", BETWEEN)).isEmpty();
        assertThat(importing.all("communes").get(1).decision()).isEqualTo("QĐ 1");
    }

    @Test
    void landDoesNotMatterWhereUnitsMayOverlap() {
        importing.run(importing
                .options("material_zones", feature("\"ma_vung\":\"VN-STOR-0001\"", 105.0, 9.6, 0.1))
                .validFrom(OLD));
        importing.run(importing
                .options("material_zones", feature("\"ma_vung\":\"VN-STOR-0002\"", 105.0, 9.6, 0.1))
                .validFrom(REFORM));

        assertThat(importing.names("material_zones", TODAY)).containsExactly("VN-STOR-0001", "VN-STOR-0002");
    }

    @Test
    void aRowMayBringItsOwnDateAndDecision() {
        importing.run(importing.options(
                "communes",
                feature(
                        "\"ma_xa\":\"31567\",\"ten_xa\":\"Xã Mỹ Tú\",\"HIEULUC_TU\":\"01/07/2025\","
                                + "\"QUYETDINH\":\"NQ 1668/NQ-UBTVQH15\"",
                        105.8,
                        9.6,
                        0.1)));

        Feature feature = importing.all("communes").get(0);
        assertThat(feature.validity().from()).isEqualTo(REFORM);
        assertThat(feature.decision()).isEqualTo("NQ 1668/NQ-UBTVQH15");
    }

    @Test
    void oneKeyTwiceOnADateIsAnErrorOfTheLaterRowNamingBoth() {
        ImportResult result = communes(
                REFORM,
                commune("31567", "Xã Mỹ Tú", 105.8, 9.6, 0.1),
                commune("31567", "Xã Mỹ Tú nữa", 106.0, 9.6, 0.1));

        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Mỹ Tú");
        assertThat(result.report().summary().en()).contains("Row 2 has the same key (code = 31567) as row 1");
    }

    @Test
    void aColumnTheFileDoesNotHaveKeepsItsStoredValues() {
        communes(
                REFORM,
                feature(
                        "\"ma_xa\":\"31567\",\"ten_xa\":\"Xã Mỹ Tú\",\"dan_so\":21000,\"loai\":\"xã\"",
                        105.8,
                        9.6,
                        0.1));
        communes(null, feature("\"ma_xa\":\"31567\",\"ten_xa\":\"Mỹ Tú\"", 105.8, 9.6, 0.1));

        assertThat(importing.all("communes").get(0).values()).contains("Mỹ Tú", "xã", 21_000L);
    }

    @Test
    void aRingThatStartsElsewhereIsNoChange() {
        communes(REFORM, commune("31567", "Xã Mỹ Tú", 105, 9, 1));
        ImportResult result = communes(
                REFORM,
                "{\"type\":\"Feature\",\"properties\":{\"ma_xa\":\"31567\",\"ten_xa\":\"Xã Mỹ Tú\"},\"geometry\":"
                        + "{\"type\":\"Polygon\",\"coordinates\":[[[106,9],[105,9],[105,10],[106,10],[106,9]]]}}");

        assertThat(result.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }
}
