package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.ImportOptions.Dating;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.sample.SampleData;

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
