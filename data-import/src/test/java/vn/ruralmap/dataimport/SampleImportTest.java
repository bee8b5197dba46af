package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.ImportOptions.Dating;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.sample.SampleData;
import vn.ruralmap.layers.model.Issue.Severity;

class SampleImportTest {

    @TempDir
    Path folder;

    @Test
    void everyRowOfTheSampleGoesInAndTheReformShows() throws IOException {
        Path files = Files.createDirectory(folder.resolve("sample"));
        try (Importing importing = new Importing(folder)) {
            for (SampleData.SampleFile file : SampleData.writeTo(files)) {
                ImportResult result = importing.run(ImportOptions.of(file.file(), file.layer(), "sample")
                        .withDating(new Dating(file.validFrom(), file.validTo(), null)));
                assertThat(result.outcome()).as(result.report().summary().en()).isEqualTo(Outcome.PUBLISHED);
                // the sample declares every 19th zone a quarter too large, to have something to find
                assertThat(result.report().findings().issues().stream()
                                .filter(finding -> finding.severity() == Severity.WARNING)
                                .map(ImportReport.Finding::code)
                                .toList())
                        .isEqualTo(
                                file.layer().equals("material_zones")
                                        ? Collections.nCopies(7, "AREA_DIFFERS")
                                        : List.of());
                assertThat(result.report().counts().refused())
                        .as(result.report().summary().en())
                        .isZero();
                assertThat(Importing.codes(result))
                        .as(result.report().summary().en())
                        .noneMatch(code -> code.startsWith("CRS"));
            }

            assertThat(importing.names("communes", LocalDate.of(2025, 6, 30)))
                    .contains("Thị trấn Huỳnh Hữu Nghĩa", "Thị trấn Củ Chi");
            assertThat(importing.names("communes", Importing.TODAY))
                    .hasSize(43 + 24)
                    .contains("Xã Mỹ Tú");
            assertThat(importing.inForce("hamlets", Importing.TODAY)).hasSizeGreaterThan(200);
        }
    }
}
