package vn.ruralmap.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;

class SampleDataTest {

    @Test
    void writesTheSameBytesEveryTime(@TempDir Path folder) throws IOException {
        List<SampleData.SampleFile> first = SampleData.writeTo(folder.resolve("first"));
        List<SampleData.SampleFile> second = SampleData.writeTo(folder.resolve("second"));

        assertThat(first).hasSameSizeAs(second).hasSize(14);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i).file()).hasSameBinaryContentAs(second.get(i).file());
        }
    }

    @Test
    void filesOfOneLayerFollowOneAnotherWithoutAGapAtTheReform(@TempDir Path folder) throws IOException {
        LocalDate reform = LocalDate.of(2025, 7, 1);
        List<SampleData.SampleFile> files = SampleData.writeTo(folder);

        for (String layer : List.of("provinces", "communes", "ntm_status")) {
            assertThat(files)
                    .filteredOn(file -> file.layer().equals(layer))
                    .anyMatch(file -> reform.equals(file.validTo()))
                    .anyMatch(file -> reform.equals(file.validFrom()));
        }
        assertThat(files)
                .filteredOn(file -> file.layer().equals("districts"))
                .extracting(SampleData.SampleFile::validTo)
                .containsExactly(reform);
    }

    @Test
    void noTextIsTooLongForItsField() throws IOException {
        for (ShapefileTable table : SampleTables.all().values()) {
            assertThat(ShapefileZip.write(OutputStream.nullOutputStream(), table))
                    .as(table.name())
                    .isZero();
        }
    }
}
