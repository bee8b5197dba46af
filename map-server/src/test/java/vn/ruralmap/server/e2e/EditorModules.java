package vn.ruralmap.server.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The editor's modules in the browser, and modules of the tests beside them under {@code /js/test/}. */
final class EditorModules {

    private static final String FOLDER = "/js/test/";

    private EditorModules() {}

    /** Answers {@code /js/test/NAME.js} from the resources of the tests. */
    static void serveTests(Page page) {
        page.route("**" + FOLDER + "*.js", EditorModules::answer);
    }

    /** @param expression of the module's exports, which it names {@code m}, and of {@code x} */
    static Object evaluate(Page page, String module, String expression, Object x) {
        return page.evaluate(
                "async (x) => { const m = await import('" + module + "'); return " + expression + "; }", x);
    }

    private static void answer(Route route) {
        String url = route.request().url();
        String name = url.substring(url.indexOf(FOLDER) + FOLDER.length());
        try (InputStream stream = Objects.requireNonNull(EditorModules.class.getResourceAsStream(name), name)) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript")
                    .setBody(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
