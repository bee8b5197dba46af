package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.ImportOptions.Handling;
import vn.ruralmap.dataimport.ImportResult.Outcome;

/** What an import says about its neighbours in the file and in the store. */
class NeighbourFindingsTest {

    @TempDir
    Path folder;

    private static ImportOptions communes(Importing importing, String... features) {
        return importing.options("communes", features).validFrom(Importing.REFORM);
    }

    private static List<ImportReport.Finding> overlaps(ImportResult result) {
        return result.report().findings().issues().stream()
                .filter(finding -> finding.code().equals("OVERLAP"))
                .toList();
    }

    @Test
    void anOverlapWithAStoredUnitNamesIt() {
        try (Importing importing = new Importing(folder)) {
            importing.run(communes(importing, Importing.commune("99001", "Xã A", 106, 9.5, 0.02)));

            ImportResult result =
                    importing.run(communes(importing, Importing.commune("99002", "Xã B", 106.015, 9.5, 0.02)));

            assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(overlaps(result)).singleElement().satisfies(finding -> assertThat(
                            finding.message().vi())
                    .contains("99002 Xã B (dòng 1)", "99001 Xã A (đã lưu)"));
        }
    }

    @Test
    void whatIsLookedForWhileRowsArePublishedIsInTheReportAsInADryRun() {
        try (Importing importing = new Importing(folder)) {
            ImportOptions zones = importing.options(
                    "material_zones",
                    Importing.feature("\"ma_vung\":\"VN-1O\",\"declared_area_ha\":7", 106, 9.5, 0.001),
                    Importing.feature("\"ma_vung\":\"VN-10\",\"declared_area_ha\":9999", 106.1, 9.5, 0.001));
            ImportResult dryRun = importing.run(zones.withHandling(new Handling(true, false)));

            ImportResult published = importing.run(zones);

            assertThat(published.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(published.report().findings()).isEqualTo(dryRun.report().findings());
            assertThat(Importing.codes(published)).contains("AREA_DIFFERS");
        }
    }

    @Test
    void aStrictImportIsRefusedForAnOverlap() {
        try (Importing importing = new Importing(folder)) {
            ImportResult result = importing.run(communes(
                            importing,
                            Importing.commune("99001", "Xã A", 106, 9.5, 0.02),
                            Importing.commune("99002", "Xã B", 106.005, 9.505, 0.002))
                    .withHandling(new Handling(false, true)));

            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(overlaps(result)).hasSize(1);
            assertThat(importing.all("communes")).isEmpty();
        }
    }

    @Test
    void unitsThatThisImportEndsAreNoNeighbours() {
        try (Importing importing = new Importing(folder)) {
            importing.run(importing
                    .options("communes", Importing.commune("99001", "Xã A", 106, 9.5, 0.02))
                    .validFrom(LocalDate.of(2020, 1, 1)));

            ImportResult result =
                    importing.run(communes(importing, Importing.commune("99002", "Xã B", 105.99, 9.49, 0.04)));

            assertThat(overlaps(result)).isEmpty();
        }
    }

    @Test
    void theSameFileAgainSaysTheSame() {
        try (Importing importing = new Importing(folder)) {
            ImportOptions options = communes(
                    importing,
                    Importing.commune("99001", "Xã A", 106, 9.5, 0.02),
                    Importing.commune("99002", "Xã B", 106.015, 9.5, 0.02));
            ImportResult first = importing.run(options);
            ImportResult second = importing.run(options);

            assertThat(second.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(overlaps(second)).hasSameSizeAs(overlaps(first)).hasSize(1);
        }
    }
}
