package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ruralmap.layers.RealData;

/** What the checks say about real files; skipped where they are absent. */
class RealDataFindingsTest {

    private static final Logger LOG = LoggerFactory.getLogger(RealDataFindingsTest.class);
    private static final LocalDate OLD = LocalDate.of(2008, 1, 1);

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void findData() {
        data = RealData.folder("communes");
    }

    private Map<String, Integer> find(Importing importing, String file, LocalDate validFrom) {
        long start = System.nanoTime();
        ImportResult result = importing.run(
                ImportOptions.of(data.resolve(file), "communes", "Lan").validFrom(validFrom));
        LOG.info(
                "{} took {} ms",
                file,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        Map<String, Integer> shown = new TreeMap<>();
        result.report().findings().issues().forEach(finding -> {
            if (shown.merge(finding.code(), 1, Integer::sum) <= 6) {
                LOG.info(
                        "{} {} {}: {}",
                        finding.code(),
                        finding.severity(),
                        finding.row(),
                        finding.message().vi());
            }
        });
        Map<String, Integer> counts = result.report().findings().counts();
        LOG.info("{}: {}", file, counts);
        return counts;
    }

    @Test
    void communesOfToday() {
        try (Importing importing = new Importing(folder)) {
            Map<String, Integer> found = find(importing, "soctrang_xa_2025_vn2000.zip", Importing.REFORM);
            assertThat(found).doesNotContainKey("CODE_MEANS_ANOTHER_UNIT");
            find(importing, "hcm_xa_2025_wgs84.zip", Importing.REFORM);
        }
    }

    @Test
    void communesOf2008AndToday() {
        try (Importing importing = new Importing(folder)) {
            find(importing, "soctrang_xa_2008.zip", OLD);
            find(importing, "soctrang_xa_2025_vn2000.zip", Importing.REFORM);
        }
    }

    @Test
    void communesOf2008TakenForTodays() {
        try (Importing importing = new Importing(folder)) {
            assertThat(find(importing, "soctrang_xa_2008.zip", Importing.REFORM))
                    .containsKey("CODE_MEANS_ANOTHER_UNIT");
        }
    }
}
