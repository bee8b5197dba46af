package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.dataimport.Importing.commune;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ruralmap.dataimport.ImportProgress.Stage;
import vn.ruralmap.dataimport.ImportResult.Outcome;
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
