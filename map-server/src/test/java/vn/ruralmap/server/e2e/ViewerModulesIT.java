package vn.ruralmap.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The viewer's pure modules, one by one, in the browser that runs them. */
class ViewerModulesIT {

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void openAPage() {
        browser = Browser.open();
        page = browser.window(400, 300);
        page.navigate(DemoServer.get().url() + "/");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** @param expression of the module's exports, which it names {@code m}, and of {@code x} */
    private static Object evaluate(String module, String expression, Object x) {
        return page.evaluate(
                "async (x) => { const m = await import('/js/" + module + "'); return " + expression + "; }", x);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "#map=12/9.7700/105.9500",
                "#map=8.5/10.250/106.000&layers=communes,ntm_status&as-of=2025-06-30&lang=en&feature=communes.17",
                "#layers=",
                "#styles=ntm_status.ntm_criteria,communes.communes_outline&as-of=2025-06-30",
                "#lang=en",
            })
    void aLinkThatIsReadAndWrittenStaysTheSame(String hash) {
        assertThat(evaluate("url/hashState.js", "m.formatHash(m.parseHash(x))", hash))
                .isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#map=99/9.77/105.95",
                "#map=12/9.77",
                "#map=12/95/105.95",
                "#map=a/b/c",
                "#as-of=2025-02-30",
                "#as-of=yesterday",
                "#lang=fr",
                "#feature=communes",
                "#styles=communes,../x.y,<b>.b",
                "#feature=<b>.1",
                "#%E0%A4%A",
                "#something=else",
            })
    void anInvalidPartOfALinkHasItsDefault(String hash) {
        assertThat(evaluate("url/hashState.js", "m.formatHash(m.parseHash(x))", hash))
                .isEqualTo("#");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 areas were moved", "1, 1 area was moved", "2, 2 areas were moved"})
    void aSentenceHasTheWordForOneOrForMore(int n, String said) {
        assertThat(evaluate("i18n/fill.js", "m.fill('{n} {n|area was|areas were} {how}', {n: x, how: 'moved'})", n))
                .isEqualTo(said);
    }

    @Test
    void namesOfLayersInALinkAreNamesOnly() {
        assertThat(evaluate("url/hashState.js", "m.parseHash(x).layers", "#layers=communes,<script>,../x,hamlets"))
                .isEqualTo(List.of("communes", "hamlets"));
    }

    @ParameterizedTest
    @CsvSource({
        "Kế Sách, ke sach",
        "ĐẮK LẮK, dak lak",
        "Quỳ Châu, qui chau",
        "Mỹ Xuyên, mi xuien",
        "Phường Ngã Năm, phuong nga nam",
    })
    void foldingForgetsAccentsCaseAndTheTwoIs(String text, String folded) {
        assertThat(evaluate("search/fold.js", "m.fold(x)", text)).isEqualTo(folded);
        String decomposed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
        assertThat(evaluate("search/fold.js", "m.fold(x)", decomposed)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Xã Kế Sách, ke sach, Kế Sách",
        "Xã Kế Sách, KẾ, Kế",
        "Xã Đại Ngãi, dai, Đại",
        "Xã Kế Sách, tan, ",
    })
    void whatWasSearchedForIsFoundInTheTextAsItIs(String text, String query, String found) {
        Object marked = evaluate(
                "search/fold.js",
                "(([start, end] = [0, 0]) => x[0].slice(start, end))(m.findFolded(...x) ?? undefined)",
                List.of(text, query));

        assertThat(marked).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | integer | 1234567 | 1.234.567",
                "en | integer | 1234567 | 1,234,567",
                "vi | decimal | 12.345 | 12,35",
                "vi | date | 2025-07-01 | 01/07/2025",
                "en | date | 2025-07-01 | 1 July 2025",
                "vi | boolean | true | Có",
                "en | boolean | false | No",
                "vi | code | smart | Thông minh",
                "en | code | smart | Smart",
                "vi | code | unheard | unheard",
                "vi | text | Ấp 1 | Ấp 1",
            })
    void aValueIsWrittenAsPeopleOfTheLanguageDo(String language, String type, String value, String written) {
        Object given = type.equals("integer") || type.equals("decimal") ? (Object) Double.valueOf(value) : value;
        Map<String, Object> attribute = Map.of(
                "type",
                type,
                "codes",
                List.of(Map.of("code", "smart", "title", Map.of("vi", "Thông minh", "en", "Smart"))));

        Object text = evaluate(
                "details/attributeList.js",
                "(await import('/js/i18n/I18n.js').then(({ I18n }) => {"
                        + " const i18n = new I18n(); i18n.use(x.language); return m.formatValue(x.value, x.attribute, i18n); }))",
                Map.of("language", language, "value", given, "attribute", attribute));

        assertThat(text).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i18n", "imports/i18n", "accounts/i18n", "editor/i18n", "review/i18n"})
    void bothLanguagesHaveTheSameSentences(String folder) {
        Object missing = page.evaluate("async () => { const { vi } = await import('/js/" + folder + "/vi.js');"
                + " const { en } = await import('/js/" + folder + "/en.js');"
                + " const holes = (text) => [...new Set(text.match(/\\{\\w+\\}/g))].sort().join();"
                + " return [...new Set([...Object.keys(vi), ...Object.keys(en)])]"
                + ".filter((key) => !vi[key] || !en[key] || holes(vi[key]) !== holes(en[key])); }");

        assertThat(missing).isEqualTo(List.of());
    }
}
