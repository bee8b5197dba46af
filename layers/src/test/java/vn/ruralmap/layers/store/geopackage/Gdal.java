package vn.ruralmap.layers.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** GDAL's command line, the judge of whether other programs can read the file. */
final class Gdal {

    private Gdal() {}

    /** Skips the test where GDAL is not installed; fails it where that must not be, with CI=true. */
    static void demand() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ogrinfo")));
        if (installed) {
            return;
        }
        String message = "ogrinfo is not installed (Debian package gdal-bin; ./test installs it)";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        abort(message);
    }

    static String ogrinfo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogrinfo"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
