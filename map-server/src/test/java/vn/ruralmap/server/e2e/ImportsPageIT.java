package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A data manager brings the files of an office, in a real browser, to a real server. */
class ImportsPageIT extends ImportsPageFixture {

    /** As from a file manager; the browser lets no script fill a real drop. */
    private void drop(Path file) throws IOException {
        Object transfer = page.evaluateHandle(
                "({ name, content }) => { const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));"
                        + " const transfer = new DataTransfer(); transfer.items.add(new File([bytes], name)); return transfer; }",
                Map.of(
                        "name",
                        file.getFileName().toString(),
                        "content",
                        Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        by("drop").dispatchEvent("drop", Map.of("dataTransfer", transfer));
    }

    @Test
    void aFileInOldLettersWithoutCoordinateSystemIsDroppedUnderstoodPublishedAndUndone() throws IOException {
        open();
        long before = StoreFile.revision(server.store());

        drop(officeFile("xa_ke_sach.zip"));
        assertThat(by("files")).containsText("xa_ke_sach.zip");
        assertThat(by("layer")).hasValue("communes");
        by("reform").click();
        assertThat(by("date-words")).containsText("1 tháng 7");
        by("message").fill("Thử ranh giới Kế Sách");
        send();

        assertThat(page.locator("#heading-understood")).isFocused();
        assertThat(page.locator("[data-testid=text-column][data-field=ten_xa] .after"))
                .containsText("Xã Kế Sách");
        assertThat(page.locator("[data-testid=text-column][data-field=ten_xa] .before"))
                .not()
                .containsText("Kế Sách");
        assertThat(by("crs")).containsText("EPSG:9209");
        assertThat(by("preview")).containsText("Xã Kế Sách");
        by("preview-raw").check();
        assertThat(by("preview")).not().containsText("Xã Kế Sách");

        by("crs-select").selectOption("EPSG:9210");
        assertThat(page.locator("#step-check[data-state=stopped]")).isVisible(patiently());
        assertThat(by("publish")).hasCount(0);
        by("crs-select").focus();
        by("crs-select").selectOption("EPSG:9209");
        assertThat(by("publish")).isVisible(patiently());
        assertThat(by("crs-select")).isFocused();

        assertThat(by("tile-CHANGED")).containsText("1");
        assertThat(page.locator("[data-testid=changes-map] path.outline.before"))
                .hasCount(1);
        assertThat(page.locator("[data-testid=changes-map] path.outline.after")).hasCount(1);
        assertThat(page.locator("[data-testid=changes-map] path.change")).hasCount(2);
        assertThat(by("changes")).containsText("Xã Kế Sách (31528)");

        by("publish").click();
        assertThat(by("confirm")).containsText("01/07/2025");
        assertThat(by("confirm-no")).isFocused();
        page.keyboard().press("Escape");
        assertThat(by("publish")).isFocused();
        assertThat(StoreFile.revision(server.store())).isEqualTo(before);

        by("publish").click();
        by("confirm-yes").click();
        assertThat(by("changeset")).isVisible(patiently());
        long published = StoreFile.revision(server.store());
        assertThat(by("changeset")).containsText(Long.toString(published));
        assertThat(published).isEqualTo(before + 1);
        assertThat(by("changesets")).containsText("Thử ranh giới Kế Sách");
        assertThat(by("see-map")).hasAttribute("href", Pattern.compile("/#map=.*layers=.*communes.*"));

        by("undo").click();
        by("confirm-yes").click();
        assertThat(by("reverted")).isVisible(patiently());
        assertThat(StoreFile.revision(server.store())).isEqualTo(published + 1);
    }

    @Test
    void namesAndValuesThatAreMarkupAreShownAsTheyAre() {
        String evil = "<img src=x onerror=\"document.title='hacked'\">";
        Path zip = SmallFiles.withFields("ma_xa", "ten_xa", "loai")
                .row(SmallFiles.WEST, "99001", evil, "xã")
                .writeTo(folder.resolve(evil.replace("\"", "") + ".zip"));
        open();

        choose(zip);
        assertThat(by("files")).containsText("<img src=x");
        send();

        assertThat(by("preview")).containsText(evil);
        assertThat(by("facts")).containsText("<img src=x");
        assertThat(by("history")).containsText("<img src=x");
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page).hasTitle(Pattern.compile("Nhập dữ liệu.*"));
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen() {
        open("", 360);
        assertNothingIsWiderThanTheScreen("empty");

        choose(officeFile("mot_ten_tep_rat_dai_khong_co_dau_cach_nao_de_xuong_dong_duoc.zip"));
        assertNothingIsWiderThanTheScreen("chosen");
        send();

        assertThat(by("preview")).isVisible();
        assertNothingIsWiderThanTheScreen("checked");
        by("publish").click();
        assertNothingIsWiderThanTheScreen("asked");
    }

    @Test
    void aLongCheckGoesOnAfterAReloadAndCanBeCancelled() throws IOException {
        StringBuilder rows = new StringBuilder("ten,x,y\n");
        for (int i = 0; i < 400_000; i++) {
            rows.append("Ap ")
                    .append(i)
                    .append(",105.9")
                    .append(i % 1000)
                    .append(",9.7")
                    .append(i % 997)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("ap.csv"), rows);
        open();
        choose(file);
        assertThat(by("layer")).hasValue("hamlets");
        by("send").click();
        assertThat(by("progress")).isVisible(patiently());
        assertThat(page).hasURL(Pattern.compile(".*/imports#[A-Za-z0-9]{8}$"));

        page.reload();
        ready();

        assertThat(by("cancel")).isVisible(patiently());
        assertThat(by("step-files")).containsText("ap.csv");
        by("cancel").click();
        assertThat(by("step-check").getByTestId("message-warning")).isVisible(patiently());
        assertThat(by("step-check")).containsText("Bạn đã dừng lại.");
        assertThat(by("publish")).hasCount(0);
        by("start-over").click();
        assertThat(page).hasURL(Pattern.compile(".*/imports$"));
    }

    @Test
    void anUploadThatIsStoppedLeavesNothingBehind() {
        open();
        page.route("**/api/imports/*/files/**", route -> {});
        choose(officeFile("dung_lai.zip"));
        by("send").click();
        assertThat(by("sending")).containsText("Đang tải lên");

        by("stop-sending").click();

        assertThat(by("send")).isVisible();
        assertThat(by("files")).containsText("dung_lai.zip");
        page.reload();
        ready();
        assertThat(by("history")).not().containsText("dung_lai.zip");
    }

    @Test
    void filesOverTheLimitAreRefusedBeforeTheyAreSent() {
        page = browser.window(1280, 800);
        page.route("**/api/imports", route -> {
            var answer = route.fetch();
            String body = answer.text().replaceFirst("\"fileBytes\":\\d+", "\"fileBytes\":10");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
        page.navigate(server.url() + "/imports");
        ready();

        choose(officeFile("to.zip"));

        assertThat(by("step-files").getByTestId("message-error")).containsText("10 B");
        assertThat(by("send")).isDisabled();
    }

    @Test
    void everythingUpToTheQuestionIsDoneByKeyboard() {
        Path file = officeFile("ban_phim.zip");
        page = browser.window(1280, 800);
        // Long before the key is pressed: a busy Chromium may otherwise open a dialog of its own, which nobody answers.
        page.onFileChooser(chooser -> chooser.setFiles(file));
        page.navigate(server.url() + "/imports");
        ready();
        by("choose").focus();
        assertThat(by("choose")).isFocused();
        page.keyboard().press("Enter");
        assertThat(by("files")).containsText("ban_phim.zip");
        by("send").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#heading-understood"))
                .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(PATIENCE_MS));

        by("tile-CHANGED").focus();
        page.keyboard().press("Space");
        assertThat(by("tile-CHANGED")).hasAttribute("aria-pressed", "true");
        assertThat(by("tile-CHANGED")).isFocused();
        by("publish").focus();
        page.keyboard().press("Enter");
        assertThat(by("confirm-no")).isFocused();
        page.keyboard().press("Enter");
        assertThat(by("confirm")).isHidden();
        assertThat(by("publish")).isFocused();
    }

    @Test
    void theMapLeadsHereOnTheServerItselfAndTheLanguageStays() {
        page = browser.window(1280, 800);
        page.navigate(server.url() + "/#lang=en");
        ready();

        by("to-imports").click();
        ready();

        assertThat(by("title")).hasText("Import data");
        page.reload();
        ready();
        assertThat(by("title")).hasText("Import data");
    }

    @Test
    void onAnotherMachineThePageSaysWhyAndHow() {
        try (Browser elsewhere = Browser.open()) {
            Page there = elsewhere.window(1280, 800);
            there.route(
                    "**/api/imports",
                    route -> route.resume(new Route.ResumeOptions().setHeaders(Map.of("X-Forwarded-For", "10.0.0.1"))));
            there.navigate(server.url() + "/imports");

            assertThat(there.getByTestId("start-failure")).containsText("http://localhost:8080/imports");
            assertThat(there.getByTestId("drop")).isHidden();
        }
    }

    @Test
    void anUploadWhoseConnectionIsLostGoesOnWhenAskedAgain() {
        Path file = officeFile("mat_mang.zip");
        // The browser itself complains about the lost connection.
        try (Browser own = Browser.open()) {
            page = own.window(1280, 800);
            page.route("**/api/imports/*/files/**", Route::abort, new Page.RouteOptions().setTimes(1));
            page.navigate(server.url() + "/imports");
            ready();
            choose(file);
            by("send").click();
            assertThat(by("retry")).isVisible();

            by("retry").click();

            assertThat(by("publish")).isVisible(patiently());
            page.context().close();
            page = null;
        }
    }

    @Test
    void whatWasChangedAgainSinceCannotBeUndoneAndThePageSaysWhatToDo() {
        Path file = officeFile("hai_lan.zip");
        try (Browser own = Browser.open()) {
            page = own.window(1280, 800);
            page.navigate(server.url() + "/imports");
            ready();
            choose(file);
            by("reform").click();
            send();
            by("publish").click();
            by("confirm-yes").click();
            assertThat(by("changeset")).isVisible(patiently());
            long published = StoreFile.revision(server.store());

            // The sample's communes as of 1/7/2025, of which Kế Sách has just been changed.
            page.locator("[data-key=more-changesets]").click();
            page.locator("[data-testid=changeset-line][data-id='5']")
                    .getByTestId("revert")
                    .click();
            by("confirm-yes").click();

            assertThat(by("history").getByTestId("message-error")).containsText("Hãy hoàn tác các lần sau trước");
            assertThat(by("conflict")).containsText("Kế Sách");
            assertThat(by("conflict"))
                    .containsText("lần thay đổi số " + published + " của " + System.getProperty("user.name"));
            page.locator("[data-lang=en]").click();
            assertThat(by("conflict")).containsText("changeset " + published + " of ");
            page.locator("[data-lang=vi]").click();
            assertThat(StoreFile.revision(server.store())).isEqualTo(published);
            by("undo").click();
            by("confirm-yes").click();
            assertThat(by("reverted")).isVisible(patiently());
            page.context().close();
            page = null;
        }
    }
}
