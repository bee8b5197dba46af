package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ruralmap.server.e2e.OfficerPages.SERVER;

import com.microsoft.playwright.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts between the editor and the server, without a map. */
class DraftModulesIT {

    private static final String MODULE = "/js/test/draftModules.js";

    private static final Browser BROWSER = Browser.open();
    private static Page page;

    @BeforeAll
    static void open() {
        page = BROWSER.window(400, 400);
        EditorModules.serveTests(page);
        page.navigate(SERVER.url() + "/signin.html");
    }

    @AfterAll
    static void stop() {
        BROWSER.close();
    }

    @Test
    void aProposalThatIsOpenedAndSavedUntouchedIsTheSameWithAllItsEdits() {
        Object again =
                EditorModules.evaluate(page, MODULE, "((e) => m.savedAgain(e.edits, e.published))(m.example())", null);

        assertThat(again).isEqualTo(EditorModules.evaluate(page, MODULE, "m.texts(m.example().edits)", null));
        assertThat((List<?>) again).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 3, 3, draft, both",
        "true, 3, 3, draft, ahead",
        "false, 3, 4, draft, behind",
        "false, 3, 5, returned, behind",
        "true, 3, 4, withdrawn, apart",
        "true, 3, 4, submitted, over",
        "false, 3, 6, published, over",
        "true, , 4, submitted, device",
    })
    void aPieceOfWorkIsWhereItIs(boolean isDirty, @Nullable Integer saved, int stored, String state, String place) {
        Object places = EditorModules.evaluate(
                page,
                MODULE,
                "m.places([{id: 'a', version: x[3], isDirty: x[0]}], [{id: 'a', version: x[1], state: x[2]}])[0]",
                java.util.Arrays.asList(isDirty, stored, state, saved));

        assertThat(places).isEqualTo(place);
    }
}
