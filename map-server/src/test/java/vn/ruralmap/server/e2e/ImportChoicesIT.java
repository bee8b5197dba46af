package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What a person may choose on the import page, and what is explained there. */
class ImportChoicesIT extends ImportsPageFixture {

    private static byte[] site(String name) {
        return ("name,kind,wkt\n" + name + ",craft,POINT (105.9 9.72)\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void ofSeveralDataSetsOneIsChosenAndAnotherOneLater() throws IOException {
        Path loose = Files.write(folder.resolve("du_lich_le.csv"), site("Vườn Một"));
        Path zip = folder.resolve("du_lich_hai.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a/mot.csv"));
            out.write(site("Vườn Hai"));
            out.putNextEntry(new ZipEntry("a/hai.csv"));
            out.write(site("Vườn Ba"));
        }
        // The browser itself complains about the first plan, which the server refuses with the choice.
        try (Browser own = Browser.open()) {
            page = own.window(360, 800);
            page.navigate(server.url() + "/imports");
            ready();
            choose(loose, zip);
            assertThat(by("layer")).hasValue("tourism_sites");
            send();
            assertThat(page.locator("#heading-check")).isFocused();
            assertThat(by("data-sets").locator("button")).hasText(new String[] {"du_lich_hai.zip", "du_lich_le.csv"});
            assertThat(by("step-files").getByTestId("message-error")).hasCount(0);

            by("data-sets").getByText("du_lich_hai.zip").click();
            Locator inside = by("data-sets").getByText("du_lich_hai.zip › a/hai.csv");
            assertThat(inside).isVisible(patiently());
            assertThat(by("data-sets").locator("button")).hasCount(3);
            assertNothingIsWiderThanTheScreen("asked");
            inside.click();

            assertThat(by("preview")).containsText("Vườn Ba", containingPatiently());
            assertThat(page.locator("#heading-understood")).isFocused();
            by("data-set-select").selectOption("du_lich_le.csv");
            assertThat(by("preview")).containsText("Vườn Một", containingPatiently());
            assertThat(by("publish")).isVisible();
            page.context().close();
            page = null;
        }
    }

    private static LocatorAssertions.ContainsTextOptions containingPatiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    @Test
    void anEndIsTakenIfItIsAfterTheBeginning() {
        open();
        choose(officeFile("xa_cu.zip"));
        by("more-form").locator("summary").click();
        by("valid-from").fill("2025-01-01");
        by("valid-to").fill("2025-01-01");
        by("decision").focus();
        assertThat(by("end-words")).containsText("phải sau ngày có hiệu lực");
        by("valid-to").fill("2025-07-01");
        assertThat(by("end-words")).containsText("1 tháng 7");
        send();

        assertThat(by("facts")).containsText("01/01/2025, đến trước 01/07/2025");
        page.reload();
        ready();
        assertThat(by("valid-to")).isVisible();
        assertThat(by("valid-to")).hasValue("2025-07-01");
    }

    @Test
    void aCodeLeadsToItsExplanationInTheLanguageOfThePage() throws IOException {
        open("#lang=en", 1280);
        choose(Files.writeString(folder.resolve("khong_phai.pdf"), "%PDF-1.7"));
        send();
        Locator group = page.locator("[data-testid=issue-group][data-code=FORMAT_UNKNOWN]");
        group.locator("summary").click();

        Page explained = page.waitForPopup(() -> group.getByTestId("about-code").click());

        assertThat(explained).hasURL(Pattern.compile(".*/imports/codes\\?lang=en#FORMAT_UNKNOWN$"));
        assertThat(explained.locator(".code-entry:target")).containsText("none of the formats");
        explained.setViewportSize(360, 700);
        assertThat((Integer) explained.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    /** Parts that came later were built anew under the hand that used them, and swallowed its key. */
    @Test
    void whatBelongsToACheckAppearsAtOnce() {
        open();
        List<Route> held = new ArrayList<>();
        page.route("**/api/imports/*/preview*", held::add);
        choose(officeFile("cham.zip"));
        by("send").click();
        page.waitForCondition(() -> !held.isEmpty(), new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));

        assertThat(by("crs-select")).hasCount(0);
        assertThat(by("publish")).hasCount(0);
        assertThat(by("step-check")).hasAttribute("data-state", "current");

        held.get(0).resume();
        assertThat(by("publish")).isVisible(patiently());
        assertThat(by("preview")).isVisible();
        assertThat(page.locator("[data-testid=changes-map] path.outline.after")).hasCount(1);
    }
}
