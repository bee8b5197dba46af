package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.editing.Officer;

/** QGIS itself, which is large: {@code ./test clients} installs and asks it. */
@EnabledIfSystemProperty(named = "ruralmap.test.clients", matches = "true")
class QgisIT {

    @TempDir
    Path folder;

    @Test
    void qgisReadsLayersAndStylesEditsAZoneAndIsToldOfAConflict() {
        try (ServerFixture server = ServerFixture.start(Map.of())) {
            Officer lan = Officer.of(server, "lan");
            Officer.of(server, "minh");
            String facts = String.join(
                    "\n",
                    PythonClient.run(
                            folder,
                            "qgis.core",
                            "python3-qgis",
                            "qgis_client.py",
                            server.url(),
                            lan.name(),
                            lan.token()));

            assertThat(facts)
                    .containsPattern("wfs 1\\.0\\.0: True \\d+ [1-9]")
                    .containsPattern("wfs 1\\.1\\.0: True ([1-9]\\d*) \\1")
                    .containsPattern("wfs 2\\.0\\.0: True ([1-9]\\d*) \\1")
                    .containsPattern("oapif: True [1-9]")
                    .contains("editable: True", "saved: True", "conflict: False", "was changed (holder) by minh")
                    .contains("kept: Của Minh");
            assertThat(facts.lines().filter(line -> line.startsWith("style ")))
                    .hasSize(6)
                    .allMatch(line -> line.matches("style \\w+: True RuleRenderer [1-9]\\d*"));
        }
    }
}
