package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import does not hold the rows of its file. */
class LargeImportIT {

    private static final int ROWS = 250_000;

    @TempDir
    Path folder;

    @Test
    void aLargeFileGoesIntoALittleHeap() throws IOException {
        Path file = table();
        Path store = folder.resolve("map.gpkg");
        String[] command = {
            "import", file.toString(), "--layer", "tourism_sites", "--crs", "EPSG:4326", "--store", store.toString()
        };

        Outcome first = Program.runWithHeap("144m", folder, command);

        assertThat(first.exitCode()).as(first.everything()).isZero();
        assertThat(first.out()).contains(ROWS + " rows read: " + ROWS + " added, 0 changed, 0 unchanged, 0 refused");
        assertThat(StoreFile.value(store, "SELECT count(*) FROM tourism_sites")).isEqualTo(String.valueOf(ROWS));
        assertThat(StoreFile.value(store, "SELECT rtreecheck('rtree_tourism_sites_geom')"))
                .isEqualTo("ok");
    }

    private Path table() throws IOException {
        Path file = folder.resolve("sites.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("name,kind,address,description,wkt\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("Làng nghề " + i + ",craft,Ấp Mỹ Thuận " + i % 977 + ",Đan lát mây tre và dệt chiếu số " + i
                        + ",POINT (105." + (100_000 + i) + " 9.5)\n");
            }
        }
        return file;
    }
}
