package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.dataimport.Importing.TODAY;
import static vn.ruralmap.dataimport.Importing.codes;
import static vn.ruralmap.dataimport.Importing.commune;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.FeatureStore;

/** Somebody else changes the same commune between the reading and the writing of an import. */
class ConcurrentChangeTest {

    @TempDir
    Path folder;

    private Importing importing;
    private int disturbances;

    @BeforeEach
    void openStoreWithOneCommune() {
        importing = new Importing(folder);
        importing.run(importing.options("communes", commune("31528", "Xã Kế Sach", 106, 9.5, 0.1)));
    }

    @AfterEach
    void closeStore() {
        importing.close();
    }

    @Test
    void theImportPlansAnewAndGoesIn() {
        disturbances = 1;
        ImportResult result = importing.run(
                disturbed(), importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1)));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Kế Sách");
        assertThat(importing.all("communes").get(0).version()).isEqualTo(3);
    }

    @Test
    void aSecondTimeItGivesUpAndWritesNothing() {
        disturbances = 2;
        ImportResult result = importing.run(
                disturbed(), importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1)));

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(codes(result)).contains("STORE_CHANGED");
        assertThat(importing.names("communes", TODAY)).containsExactly("Xã Kế Sach");
    }

    /** The store, but just before each of the next publications somebody else saves the commune. */
    private FeatureStore disturbed() {
        return (FeatureStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeatureStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("publish") && disturbances-- > 0) {
                        disturb();
                    }
                    try {
                        return method.invoke(importing.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void disturb() {
        Feature feature = importing.all("communes").get(0);
        importing.store.publish(new ChangesetDraft(
                "Minh",
                Changeset.Source.BROWSER,
                "",
                Map.of(),
                List.of(new Change.Update("communes", feature.fid(), feature.version(), Change.Content.of(feature)))));
    }
}
