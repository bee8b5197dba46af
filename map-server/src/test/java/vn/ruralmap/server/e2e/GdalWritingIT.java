package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

/** GDAL's WFS driver, which ogr2ogr writes with, inserts, updates and deletes a feature of every layer. */
class GdalWritingIT {

    private static final ServerFixture SERVER = ServerFixture.start(Map.of());
    private static final Officer LAN = Officer.of(SERVER, "lan");

    /** Nothing is deleted that others refer to. On the derived layer what is deleted is the row, not what is shown. */
    private static final List<String> DELETED =
            List.of("hamlets deleted 1", "material_zones deleted 1", "tourism_sites deleted 1", "ntm_status deleted 0");

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({"2.0.0, 41", "1.1.0, 42", "1.0.0, 43"})
    void everyLayerIsWritten(String version, String code) {
        List<String> lines = PythonClient.run(
                folder,
                "osgeo",
                "python3-gdal",
                "gdal_writer.py",
                SERVER.url() + "/wfs?VERSION=" + version,
                code,
                LAN.name() + ":" + LAN.token());

        assertThat(lines).containsAll(DELETED);
        for (String layer :
                List.of("provinces", "communes", "hamlets", "material_zones", "tourism_sites", "ntm_status")) {
            assertThat(lines).as(layer).anyMatch(line -> line.matches(layer + " inserted \\d+ same"));
            assertThat(lines).as(layer).anyMatch(line -> line.matches(layer + " updated \\d+ Sửa qua GDAL"));
        }
        assertThat(Stream.of("provinces", "hamlets").map(layer -> layer + " updated 2 Sửa qua GDAL"))
                .isSubsetOf(lines);
    }
}
