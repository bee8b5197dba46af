package vn.ruralmap.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ImportCharsetTest {

    @TempDir
    Path folder;

    private Path file;
    private final StringWriter written = new StringWriter();

    /** A name in TCVN3 that was taken for windows-1252: too little to be sure without being told. */
    @BeforeEach
    void writeFile() throws Exception {
        file = Files.writeString(
                folder.resolve("xa.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"ma_xa\":\"31528\","
                        + "\"ten_xa\":\"Cñ\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[106,9.5],[106.1,9.5],"
                        + "[106.1,9.6],[106,9.5]]]}}]}",
                StandardCharsets.UTF_8);
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                file.toString(),
                "--layer",
                "communes",
                "--store",
                folder.resolve("map.gpkg").toString(),
                "--dry-run"));
        arguments.add("--report");
        arguments.add(folder.resolve("report.json").toString());
        arguments.addAll(List.of(more));
        CommandLine command = new CommandLine(new ImportCommand());
        command.setOut(new PrintWriter(written));
        command.setErr(new PrintWriter(written));
        return command.execute(arguments.toArray(String[]::new));
    }

    private String report() throws Exception {
        return Files.readString(folder.resolve("report.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "ten_xa=klingon", "ten_xa="})
    void an_unknown_encoding_is_wrong_usage(String charset) {
        assertThat(run("--charset", charset)).isEqualTo(2);
        assertThat(written.toString()).contains("tcvn3, vni");
    }

    @Test
    void a_field_that_is_not_there_is_wrong_usage() {
        assertThat(run("--charset", "tenxa=tcvn3")).isEqualTo(2);
        assertThat(written.toString()).contains("ma_xa, ten_xa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "ten_xa=tcvn3"})
    void the_encoding_that_a_person_names_is_used(String charset) throws Exception {
        assertThat(run("--charset", charset)).isZero();
        assertThat(report()).contains("\"text\" : \"Củ\"");
    }

    @Test
    void without_it_little_text_stays_as_it_is() throws Exception {
        assertThat(run("--charset", "auto")).isZero();
        assertThat(report()).doesNotContain("Củ");
    }
}
