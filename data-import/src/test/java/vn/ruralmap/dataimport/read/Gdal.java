package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** GDAL's programs as a second opinion: {@code ./test} installs them, and under CI they may not be missing. */
final class Gdal {
    private Gdal() {}

    static GdalProgram required() {
        boolean installed = GdalProgram.installed().isPresent();
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("ogr2ogr is missing; ./test installs gdal-bin");
        }
        Assumptions.assumeTrue(installed, "ogr2ogr is missing: apt install gdal-bin");
        return GdalProgram.installed().orElseThrow();
    }

    static void ogr2ogr(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(required().ogr2ogr().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(log).isZero();
    }
}
