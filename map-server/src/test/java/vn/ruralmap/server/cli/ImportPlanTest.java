package vn.ruralmap.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ruralmap import --plan} and {@code --report}, by their exit codes and files. */
class ImportPlanTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeOneCommune() throws IOException {
        file = folder.resolve("xa.geojson");
        Files.writeString(file, """
                {"type":"FeatureCollection","features":[{"type":"Feature",
                "properties":{"ma_xa":"31528","ten_xa":"Xã Kế Sách"},"geometry":{"type":"Polygon",
                "coordinates":[[[106,9.5],[106.1,9.5],[106.1,9.6],[106,9.6],[106,9.5]]]}}]}
                """);
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "import",
                file.toString(),
                "--layer",
                "communes",
                "--store",
                folder.resolve("s.gpkg").toString()));
        arguments.addAll(List.of(more));
        return RuralmapCommand.execute(arguments.toArray(String[]::new));
    }

    @Test
    void a_plan_is_published_once_and_then_refused() {
        String plan = folder.resolve("xa.plan.json").toString();

        assertThat(run("--dry-run", "--plan", plan)).isZero();
        assertThat(Path.of(plan)).exists();
        assertThat(run("--plan", plan, "--valid-from", "2025-07-01")).isEqualTo(RuralmapCommand.REFUSED);
        assertThat(run("--plan", plan)).isZero();
        assertThat(run("--plan", plan)).isEqualTo(RuralmapCommand.REFUSED);
    }

    @Test
    void a_plan_that_is_none_is_wrong_usage() {
        assertThat(run("--plan", file.toString())).isEqualTo(RuralmapCommand.USAGE);
    }

    @Test
    void the_ending_of_the_report_chooses_its_format() {
        for (String ending : List.of("json", "csv", "geojson", "txt")) {
            Path report = folder.resolve("report." + ending);
            assertThat(run("--dry-run", "--report", report.toString())).isZero();
            assertThat(report).content().contains("Xã Kế Sách");
        }
        assertThat(folder.resolve("report.csv")).content().startsWith("\uFEFFkind,");
    }

    @Test
    void a_report_that_cannot_be_written_is_said_before_the_import() {
        assertThat(run("--report", folder.resolve("report.xlsx").toString())).isEqualTo(RuralmapCommand.USAGE);
        assertThat(run("--report", folder.resolve("none/report.json").toString()))
                .isEqualTo(RuralmapCommand.USAGE);
        assertThat(folder.resolve("s.gpkg")).doesNotExist();
    }
}
