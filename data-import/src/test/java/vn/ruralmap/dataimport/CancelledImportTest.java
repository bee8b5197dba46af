package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.dataimport.Importing.commune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.dataimport.ImportProgress.Stage;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.read.SoundFile;
import vn.ruralmap.layers.model.Changeset;

/** Who follows the progress of an import can stop it. */
class CancelledImportTest {

    @TempDir
    Path folder;

    private Importing importing;

    @BeforeEach
    void openStore() {
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() {
        importing.close();
    }

    private ImportOptions keSach() {
        return importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void nothingIsWrittenWhenAnImportIsStoppedAtTheBeginningOfAStage(Stage last) {
        ImportOptions options = keSach();

        assertThatThrownBy(() -> importing.pipeline(importing.store).run(options, (stage, done, total) -> {
                    if (stage == last) {
                        throw new ImportCancelledException();
                    }
                }))
                .isInstanceOf(ImportCancelledException.class);

        assertThat(importing.all("communes")).isEmpty();
        assertThat(importing.store.revision()).isZero();
        assertThat(importing.run(options).outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    private static Path write(SoundFile sound, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> part : sound.parts().entrySet()) {
            Files.write(folder.resolve(part.getKey()), part.getValue());
        }
        return folder.resolve(sound.main());
    }

    /** Stops a dry run when it tells something for so many times. False: it had ended before. */
    private boolean isStopped(ImportOptions options, int times) throws Exception {
        int[] told = {0};
        try {
            importing.pipeline(importing.store).run(options, (stage, done, total) -> {
                if (++told[0] == times) {
                    throw new ImportCancelledException();
                }
            });
            return false;
        } catch (ImportCancelledException e) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(SoundFile.Kind.class)
    void anImportCanBeStoppedWheneverItTellsSomethingAndLeavesNothing(SoundFile.Kind kind) throws Exception {
        SoundFile sound = SoundFile.of(kind, folder);
        Path file = write(sound, folder);
        ImportOptions options =
                ImportOptions.of(file, sound.layer(), "Lan").withHandling(new ImportOptions.Handling(true, false));
        List<Path> temporary = Leftovers.now().temporary();

        int times = 1;
        while (isStopped(options, times)) {
            times++;
        }

        assertThat(times).as("told so often").isGreaterThan(4);
        assertThat(Leftovers.now().temporary()).isEqualTo(temporary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.kml: <kml><Document><!--%s--><Placemark><name>A</name></Placemark></Document></kml>",
                "a.gml: <a><!--%s--><member><b><n>1</n></b></member></a>",
                "a.geojson: {\"x\":\"%s\",\"type\":\"FeatureCollection\",\"features\":[]}",
                "a.csv: ten;x;y\n\"%s\";1;2\n"
            })
    void aLongFileIsToldOfWhileItIsOpened(String file) throws Exception {
        String[] nameAndText = file.split(": ", 2);
        Path written = Files.writeString(
                folder.resolve(nameAndText[0]), String.format(nameAndText[1], "Kế Sách ".repeat(300_000)));
        long[] furthest = {0, 0};

        importing
                .pipeline(importing.store)
                .run(ImportOptions.of(written, "tourism_sites", "Lan"), (stage, done, total) -> {
                    if (stage == Stage.OPENING) {
                        furthest[0] = Math.max(furthest[0], done);
                        furthest[1]++;
                    }
                });

        assertThat(furthest[0]).isGreaterThan(2_000_000);
        assertThat(furthest[1]).as("blocks").isGreaterThan(10);
    }

    @Test
    void aZipIsToldOfWhileItIsUnpacked() throws Exception {
        byte[] table = new byte[3_000_000];
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.kml"));
            out.write(table);
        }
        List<Long> told = new ArrayList<>();

        importing
                .pipeline(importing.store)
                .run(ImportOptions.of(zip, "tourism_sites", "Lan"), (stage, done, total) -> told.add(done));

        assertThat(told).filteredOn(done -> done > 100_000).hasSizeGreaterThan(20);
    }

    @Test
    void theChangesetRemembersFurtherFactsAboutItsOrigin() {
        ImportOptions.Origin asked =
                new ImportOptions.Origin("Lan", "", Changeset.Source.IMPORT, Map.of("import", "abc"));

        ImportResult result = importing.run(keSach().withOrigin(asked));

        assertThat(result.changeset()).isNotNull();
        assertThat(result.changeset().provenance())
                .containsEntry("import", "abc")
                .containsKey("sha256");
    }
}
