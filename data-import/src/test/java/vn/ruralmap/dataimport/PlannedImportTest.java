package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.dataimport.Importing.REFORM;
import static vn.ruralmap.dataimport.Importing.TODAY;
import static vn.ruralmap.dataimport.Importing.codes;
import static vn.ruralmap.dataimport.Importing.commune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Feature;

/** Publishing takes exactly what the dry run showed, or refuses. */
class PlannedImportTest {

    @TempDir
    Path folder;

    private Importing importing;

    @BeforeEach
    void openStore() throws IOException {
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() throws IOException {
        importing.close();
    }

    private ImportOptions keSach() {
        return importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1));
    }

    private ImportResult publish(ImportOptions options, PlanToken agreed) {
        try {
            return importing.pipeline(importing.store).publish(options, agreed, ImportProgress.none());
        } catch (InvalidImportException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPlanIsPublishedAsItIs() throws IOException {
        PlannedImport planned = importing.plan(keSach());
        assertThat(planned.result().outcome()).isEqualTo(Outcome.WOULD_PUBLISH);
        assertThat(importing.all("communes")).isEmpty();

        ImportResult result = planned.publish();

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(result.report().counts().added()).isEqualTo(1);
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Kế Sách");
    }

    @Test
    void aPlanIsRefusedWhenTheLayerChangedMeanwhile() throws IOException {
        PlannedImport planned = importing.plan(keSach());
        importing.run(importing.options("communes", commune("31531", "Xã Khác", 106.2, 9.5, 0.1)));

        ImportResult result = planned.publish();

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(result)).contains("LAYER_CHANGED");
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Khác");
    }

    @Test
    void aPlanIsRefusedEvenWhenTheChangeWasTakenBack() throws IOException {
        PlannedImport planned = importing.plan(keSach());
        ImportResult other = importing.run(importing.options("communes", commune("31531", "Xã Khác", 106.2, 9.5, 0.1)));
        importing.store.revert(other.changeset().id(), "Lan");

        assertThat(planned.publish().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void changesOfOtherLayersDoNotMatter() throws IOException {
        PlannedImport planned = importing.plan(keSach());
        importing.run(importing.options(
                "provinces",
                commune("94", "Tỉnh Khác", 105, 9, 0.1)
                        .replace("ma_xa", "ma_tinh")
                        .replace("ten_xa", "ten_tinh")));
        assertThat(importing.all("provinces")).hasSize(1);
        importing.geoJson(commune("31528", "Xã Kế Sách", 106, 9.5, 0.1));

        assertThat(planned.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void aTokenWrittenAndReadAgainPublishesTheSame() throws Exception {
        Path file = folder.resolve("xa.plan.json");
        importing.plan(keSach()).token().write(file);

        ImportResult result = publish(keSach(), PlanToken.read(file));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void whatHoldsFromTodayOnHoldsFromTheDayOfTheDryRun() throws Exception {
        PlanToken token = importing.plan(keSach()).token();
        Clock threeDaysLater =
                Clock.offset(Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC), Duration.ofDays(3));

        ImportResult result = new ImportPipeline(CatalogueReader.readDefault(), importing.store, threeDaysLater)
                .publish(keSach(), token, ImportProgress.none());

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(importing.all("communes"))
                .extracting(Feature::validity)
                .singleElement()
                .satisfies(validity -> assertThat(validity.from()).isEqualTo(TODAY));
    }

    @Test
    void whatDiffersIsNamed() throws IOException {
        PlanToken token = importing.plan(keSach()).token();

        ImportResult otherFile =
                publish(importing.options("communes", commune("31528", "Xã Khác", 106, 9.5, 0.1)), token);
        ImportResult otherOption = publish(keSach().validFrom(REFORM), token);
        importing.run(importing.options("communes", commune("31531", "Xã Khác", 106.2, 9.5, 0.1)));
        ImportResult otherState = publish(keSach(), token);

        assertThat(otherFile.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(otherFile)).contains("PLAN_DIFFERS");
        assertThat(otherFile.summary().en()).contains("the content of rows.geojson is not that");
        assertThat(otherOption.summary().en())
                .contains("the option 'valid-from' is 2025-07-01, in the dry run it was -");
        assertThat(otherState.summary().vi()).contains("lớp communes nay ở lần cập nhật 1, khi chạy thử là 0");
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Khác");
    }

    @Test
    void anEditedTokenIsNoToken() throws Exception {
        Path file = folder.resolve("xa.plan.json");
        importing.plan(keSach()).token().write(file);
        Files.writeString(file, Files.readString(file).replace("\"layerRevision\" : 0", "\"layerRevision\" : 1"));

        assertThatThrownBy(() -> PlanToken.read(file)).isInstanceOf(InvalidImportException.class);
        for (String content : new String[] {"", "{}", "[1]", "null", "{\"day\":\"x\"}"}) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> PlanToken.read(file)).as(content).isInstanceOf(InvalidImportException.class);
        }
    }
}
