package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.RealData;

/** Real commune maps, which cannot be part of the project: skipped where they are absent. */
class RealDataIT {

    private static final String COMMUNES_2025 =
            "SELECT * FROM communes WHERE valid_from = '2025-07-01' AND province_code = ";

    @TempDir
    static Path folder;

    private static Path data;
    private static RunningServer server;

    @BeforeAll
    static void importTheThreeMaps() {
        data = RealData.folder("communes");
        ExternalTool.demand("ogr2ogr", "gdal-bin");
        importing("soctrang_xa_2025_vn2000.zip", "2025-07-01");
        importing("hcm_xa_2025_wgs84.zip", "2025-07-01");
        importing("soctrang_xa_2008.zip", "2008-01-01");
        server = RunningServer.serve(store());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Path store() {
        return folder.resolve("real.gpkg");
    }

    private static void importing(String file, String validFrom) {
        Outcome outcome = Program.run(
                folder,
                "import",
                data.resolve(file).toAbsolutePath().toString(),
                "--layer",
                "communes",
                "--valid-from",
                validFrom,
                "--store",
                store().toString());
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
    }

    /** What GDAL gets from the WFS, as a file. */
    private static CommuneFile fromWfs(String name, String query, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new java.util.ArrayList<>(
                List.of("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", file.toString()));
        command.addAll(List.of("WFS:" + server.url() + "/wfs" + query, "ntm:communes"));
        command.addAll(List.of(options));
        ExternalTool.run(folder, command.toArray(String[]::new));
        return CommuneFile.read(file, "code", "name");
    }

    /** What GDAL reads in the store itself, while the server has it open. */
    private static CommuneFile fromStore(String name, String sql) {
        Path file = folder.resolve(name);
        ExternalTool.run(
                folder,
                "ogr2ogr",
                "-f",
                "GeoJSON",
                "-lco",
                "COORDINATE_PRECISION=9",
                file.toString(),
                store().toString(),
                "-sql",
                sql);
        return CommuneFile.read(file, "code", "name");
    }

    private static CommuneFile original(String name) {
        return CommuneFile.read(data.resolve(name), "ma_xa", "ten_xa");
    }

    @Test
    void theVn2000MapArrivesInGdalVertexByVertex() {
        CommuneFile original = original("soctrang_43xa_2025_fullres.geojson");

        for (CommuneFile arrived : List.of(
                fromWfs("soctrang-wfs.geojson", "", "-where", "province_code = '92'"),
                fromStore("soctrang-store.geojson", COMMUNES_2025 + "'92'"))) {
            assertThat(arrived.names()).hasSize(43).isEqualTo(original.names());
            assertThat(arrived.names().values()).contains("Xã Kế Sách", "Phường Vĩnh Châu");
            assertSameVertices(arrived, original);
        }
    }

    @Test
    void theWgs84MapArrivesInGdalVertexByVertex() {
        CommuneFile original = original("hcm_5huyen_cu_24xa_2025_fullres.geojson");

        for (CommuneFile arrived : List.of(
                fromWfs("hcm-wfs.geojson", "", "-where", "province_code = '79'"),
                fromStore("hcm-store.geojson", COMMUNES_2025 + "'79'"))) {
            assertThat(arrived.names()).hasSize(24).isEqualTo(original.names());
            assertSameVertices(arrived, original);
        }
    }

    /** The original of Sóc Trăng has one spike without area, whose tip no valid polygon can keep. */
    private static void assertSameVertices(CommuneFile arrived, CommuneFile original) {
        assertThat(arrived.verticesFarFrom(original)).isEmpty();
        assertThat(original.verticesFarFrom(arrived)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void theDateOfARequestTellsTheOldUnitsFromTheNew() {
        Map<String, String> old = fromWfs("old.geojson", "?as-of=2010-01-01").names();
        Map<String, String> today = fromWfs("today.geojson", "").names();

        assertThat(old).hasSize(96);
        assertThat(old.values()).contains("Thị trấn Huỳnh Hữu Nghĩa").doesNotContain("Phường Vĩnh Châu");
        assertThat(today).hasSize(43 + 24);
        assertThat(today.values()).contains("Phường Vĩnh Châu").doesNotContain("Thị trấn Huỳnh Hữu Nghĩa");
    }
}
