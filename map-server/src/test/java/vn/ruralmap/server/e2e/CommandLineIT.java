package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands: what they say, what they leave behind, and the exit code that scripts go by. */
class CommandLineIT {

    @TempDir
    Path folder;

    private Path store;

    @BeforeEach
    void nameTheStore() {
        store = folder.resolve("map.gpkg");
    }

    private Outcome ruralmap(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--store", store.toString()));
        Outcome outcome = Program.run(folder, all.toArray(String[]::new));
        assertThat(outcome.everything())
                .as("no stack trace, no log lines")
                .doesNotContain("\tat ", "Exception", " WARN ", " INFO  ", " ERROR ");
        return outcome;
    }

    private Outcome importing(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("import", file.toString(), "--layer", "communes"));
        all.addAll(List.of(options));
        return ruralmap(all.toArray(String[]::new));
    }

    @Test
    void anImportSaysInBothLanguagesWhatItDidAndDoesItOnce() throws Exception {
        Path wards = SmallFiles.twoWards(folder);

        Outcome first = importing(wards, "--report", "report.json", "--valid-from", "2025-07-01");

        assertThat(first.exitCode()).as(first.everything()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .startsWith("wards.zip → communes: đã nhập, lần cập nhật số 1.")
                .contains("Đọc 2 dòng: thêm 2,")
                .contains("wards.zip → communes: imported as changeset 1.")
                .contains("2 rows read: 2 added,")
                .contains("./ruralmap rollback 1");
        JsonNode report = new JsonMapper().readTree(Files.readString(folder.resolve("report.json")));
        assertThat(report.get("changeset").asInt()).isEqualTo(1);
        assertThat(report.get("counts").get("added").asInt()).isEqualTo(2);
        assertThat(StoreFile.value(store, "SELECT group_concat(name) FROM communes"))
                .isEqualTo("Phường Tây,Phường Đông");

        Outcome again = importing(wards, "--valid-from", "2025-07-01");

        assertThat(again.exitCode()).as(again.everything()).isZero();
        assertThat(again.out())
                .contains("không có gì thay đổi", "nothing to change")
                .doesNotContain("rollback");
        assertThat(StoreFile.revision(store)).isEqualTo(1);
    }

    @Test
    void aRollbackUndoesAnImportOnce() {
        importing(SmallFiles.twoWards(folder));

        Outcome undone = ruralmap("rollback", "1");
        Outcome again = ruralmap("rollback", "1");

        assertThat(undone.exitCode()).as(undone.everything()).isZero();
        assertThat(undone.out()).contains("Đã hoàn tác lần 1 bằng lần 2", "Changeset 1 undone by 2");
        assertThat(StoreFile.inForce(store, "communes")).isZero();
        assertThat(again.exitCode()).as(again.everything()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).isNotBlank();
        assertThat(StoreFile.revision(store)).isEqualTo(2);
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndWritesNothing() {
        Outcome outcome = importing(SmallFiles.twoWards(folder), "--dry-run");

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(outcome.out())
                .contains("chạy thử, chưa ghi gì", "dry run, nothing was written", "2 added")
                .doesNotContain("rollback");
        assertThat(StoreFile.revision(store)).isZero();
        assertThat(StoreFile.value(store, "SELECT count(*) FROM communes")).isEqualTo("0");
    }

    @Test
    void aFileThatIsNoMapIsRefusedAndNothingIsWritten() throws Exception {
        importing(SmallFiles.twoWards(folder));
        Path letter = Files.writeString(folder.resolve("thư.zip"), "Kính gửi");

        Outcome outcome = importing(letter);

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(1);
        assertThat(outcome.out()).contains("bị từ chối, chưa ghi gì", "refused, nothing was written");
        assertThat(StoreFile.revision(store)).isEqualTo(1);
        assertThat(StoreFile.value(store, "SELECT count(*) FROM communes")).isEqualTo("2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--layer comunes | Không có lớp 'comunes' | no layer 'comunes'",
                "--layer communes --chrset utf-8 | --chrset | --charset",
                "--layer communes --charset klingon | Không biết bảng mã 'klingon' | unknown charset 'klingon'",
                "--layer communes --crs EPSG:abc | không phải mã hệ tọa độ | no code of a coordinate system",
                "--layer communes --valid-from 2025-13-01 | không phải là ngày | is no date",
                "--layer communes --map foo=name | không có trường 'foo' | no field 'foo'",
                "--dry-run | --layer | --layer",
            })
    void wrongUsageIsSaidInAFewLines(String options, String vi, String en) {
        List<String> arguments =
                new ArrayList<>(List.of("import", SmallFiles.twoWards(folder).toString()));
        arguments.addAll(List.of(options.split(" ")));

        Outcome outcome = ruralmap(arguments.toArray(String[]::new));

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(vi, en, "ruralmap import --help");
        assertThat(outcome.err().lines()).as("the message is not drowned").hasSizeLessThan(8);
    }

    @Test
    void aStoreThatIsSomethingElseIsAFailureOfTheSystem() throws Exception {
        Files.writeString(store, "not a GeoPackage");

        Outcome outcome = importing(SmallFiles.twoWards(folder));

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.err()).contains("map.gpkg");
        assertThat(store).hasContent("not a GeoPackage");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            String port = String.valueOf(other.getLocalPort());

            Outcome outcome = ruralmap("serve", "--port", port);

            assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
            assertThat(outcome.err())
                    .contains("cổng " + port + " đang được", "port " + port + " is in use", "--port")
                    .hasLineCount(1);
        }
    }

    @Test
    void strictRefusesWhatWouldBeMended() {
        Path file = SmallFiles.withFields("ma_xa", "ten_xa", "loai")
                .row(SmallFiles.BOWTIE, "99001", "Phường Nơ", "phường")
                .row(SmallFiles.EAST, "99002", "Phường Đông", "phường")
                .writeTo(folder.resolve("bowtie.zip"));

        Outcome strict = importing(file, "--strict");

        assertThat(strict.exitCode()).as(strict.everything()).isEqualTo(1);
        assertThat(StoreFile.revision(store)).isZero();

        Outcome lenient = importing(file);

        assertThat(lenient.exitCode()).as(lenient.everything()).isZero();
        assertThat(lenient.out()).contains("Đã tự sửa", "Repaired");
        assertThat(StoreFile.value(store, "SELECT count(*) FROM communes")).isEqualTo("2");
    }

    @Test
    void fieldsAndCoordinateSystemCanBeNamedByHand() {
        Path file = SmallFiles.withFields("COT1", "COT2")
                .row("POLYGON ((550000 1060000, 550000 1061000, 551000 1061000, 550000 1060000))", "Xã Thử", "99001")
                .withoutCrs()
                .writeTo(folder.resolve("nameless.zip"));

        Outcome outcome = importing(file, "--crs", "EPSG:9209", "--map", "COT1=name", "--map", "COT2=code");

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(StoreFile.value(store, "SELECT code || ' ' || name FROM communes"))
                .isEqualTo("99001 Xã Thử");
        // 50 km east of 105°30' at 9.6° north, and what the datums differ by
        assertThat(Double.parseDouble(StoreFile.value(store, "SELECT minx FROM rtree_communes_geom")))
                .isBetween(105.955, 105.959);
    }

    @Test
    void anExportIsWrittenOnceAndWhole() throws Exception {
        importing(SmallFiles.twoWards(folder), "--valid-from", "2025-07-01");
        Path out = folder.resolve("xa.csv");

        Outcome first = ruralmap("export", "communes", "--format", "csv", "--out", out.toString(), "--lang", "vi");
        Outcome again = ruralmap("export", "communes", "--format", "csv", "--out", out.toString());
        Outcome before = ruralmap(
                "export", "communes", "--format", "csv", "--out", out.toString(), "--as-of", "2025-06-30", "--force");

        assertThat(first.exitCode()).as(first.everything()).isZero();
        assertThat(first.out()).contains("2 đối tượng", "2 features");
        assertThat(again.exitCode()).as(again.everything()).isEqualTo(1);
        assertThat(again.err()).contains("--force");
        assertThat(before.exitCode()).as(before.everything()).isZero();
        assertThat(out).content().startsWith("\uFEFFfid,version,code,name").hasLineCount(1);
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("unfinished"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "export comunes --format csv | Không có lớp 'comunes' | communes",
                "export communes --format docx | Không có dạng tệp 'docx' | shp.zip",
                "export communes --format eudr | Không có dạng tệp 'eudr' | geojson",
                "export communes --format kml --crs EPSG:9209 | WGS 84 | WGS 84",
                "export communes --format csv --crs EPSG:1 | EPSG:9209 | EPSG:9209",
                "export communes --format csv --as-of 1/7/2025 | không phải là ngày | is no date",
            })
    void anExportThatCannotBeIsWrongUsage(String arguments, String vi, String en) {
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--out", folder.resolve("out").toString()));

        Outcome outcome = ruralmap(all.toArray(String[]::new));

        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(2);
        assertThat(outcome.err()).contains(vi, en);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theProgressBarIsForTerminalsOnly() {
        ExternalTool.demand("script", "bsdutils");
        Path wards = SmallFiles.twoWards(folder);
        String command = String.join(
                " ", Program.command("import", wards.toString(), "--layer", "communes", "--store", store.toString()));

        Outcome onTerminal = Processes.run(folder, java.util.Map.of(), List.of("script", "-qec", command, "/dev/null"));

        assertThat(onTerminal.exitCode()).as(onTerminal.everything()).isZero();
        assertThat(onTerminal.out()).contains("█", "\r", "imported as changeset 1");
        assertThat(importing(wards, "--dry-run").everything()).doesNotContain("█", "\r");
    }
}
