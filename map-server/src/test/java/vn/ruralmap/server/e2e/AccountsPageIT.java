package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.accounts.AccountFacts;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Signing in, and the page of accounts, in a browser. */
class AccountsPageIT {

    private static final String PICTURES = System.getProperty("ruralmap.test.pictures", "");

    private static Browser browser;
    private static ServerFixture server;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        // a mail server that is not there: nothing is sent here
        server = ServerFixture.start(
                Map.of("ruralmap.mail.host", "127.0.0.1", "ruralmap.mail.from", "bando@example.vn"));
        Officer.of(server, "Quản trị", Set.of(Role.ADMINISTRATOR));
        Officer.of(server, "Lan", Set.of(Role.OFFICER), "31552");
        Officer.of(server, "Nhập", Set.of(Role.DATA_MANAGER));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static Page open(String path, int widthPx) {
        Page page = browser.window(widthPx, 800);
        page.navigate(server.url() + path);
        ready(page);
        return page;
    }

    private static void ready(Page page) {
        page.waitForSelector("html[data-ready=true]");
    }

    private static void signIn(Page page, String name) {
        page.getByTestId("name").fill(name);
        page.getByTestId("password").fill(Officer.PASSWORD);
        page.keyboard().press("Enter");
    }

    /** For people to look at. */
    private static void picture(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES).resolve(name + ".png")));
        }
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void whoMayNotImportIsToldWhichRoleTheAccountLacks() {
        Page page = open("/signin.html?to=/imports", 360);
        signIn(page, "Lan");

        assertThat(page.locator("#start h2")).hasText("Tài khoản này không được nhập dữ liệu");
        assertThat(page.locator("#start")).containsText("quản lý dữ liệu");
        page.context().close();
    }

    @Test
    void whoEditsNothingIsOfferedNoEditor() {
        Page page = open("/signin.html?to=/", 1280);
        signIn(page, "Quản trị");

        assertThat(page.getByText("Quản trị", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(page.locator("#to-editor")).isHidden();
        page.context().close();
    }

    @Test
    void whoSignsInComesBackToThePageTheyWanted() {
        Page page = open("/accounts.html", 360);
        assertThat(page).hasURL(Pattern.compile(".*/signin\\.html\\?to=/accounts\\.html$"));
        assertThat(page.getByTestId("form")).isVisible();
        picture(page, "signin-phone-vi");
        assertThat(page.getByTestId("name")).isFocused();
        signIn(page, "Lan");

        assertThat(page).hasURL(Pattern.compile("^[^?]*/accounts\\.html$"));
        ready(page);
        assertThat(page.getByTestId("who").first()).hasText("Lan");
        assertThat(page.getByTestId("me")).containsText("31552");
        assertThat(page.getByTestId("people")).isHidden();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        picture(page, "accounts-phone-vi");
        button(page.getByTestId("me"), "Đăng xuất").click();
        page.waitForURL(server.url() + "/");
        page.navigate(server.url() + "/signin.html#lang=en");
        ready(page);
        assertThat(page.getByTestId("title")).hasText("Sign in");
        assertThat(page.getByTestId("form")).isVisible();
        picture(page, "signin-phone-en");
        page.context().close();
    }

    @Test
    void whoHasAnAddressSwitchesMailOff() {
        AccountFacts facts = new AccountFacts(null, Set.of(Role.APPROVER), List.of(), "thu@example.vn", null);
        server.bean(Accounts.class).add("Thư", facts, Officer.PASSWORD);
        Officer.of(server, "Thư", Set.of(Role.APPROVER));
        Page page = open("/signin.html?to=/accounts.html", 390);
        signIn(page, "Thư");
        page.waitForURL(Pattern.compile("^[^?]*/accounts\\.html$"));
        ready(page);
        assertThat(page.getByTestId("mail-wanted")).isChecked();
        page.getByLabel("Gửi cả thông báo qua thư điện tử tới thu@example.vn").uncheck();
        assertThat(page.getByTestId("toast")).hasText("Từ nay thông báo chỉ hiện ở đây.");
        picture(page, "accounts-mail-phone-vi");
        page.reload();
        ready(page);
        assertThat(page.getByTestId("mail-wanted")).not().isChecked();
        page.context().close();

        Page without = open("/signin.html?to=/accounts.html", 1280);
        signIn(without, "Lan");
        without.waitForURL(Pattern.compile("^[^?]*/accounts\\.html$"));
        assertThat(without.getByTestId("mail")).containsText("nhờ quản trị viên ghi địa chỉ thư");
        without.context().close();
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        Page page = open("/signin.html?to=https://evil.example/", 1280);
        signIn(page, "Lan");
        page.waitForURL(server.url() + "/");
        page.context().close();
    }

    @Test
    void aWrongPasswordIsToldInTheReadersLanguage() {
        Page page = open("/signin.html#lang=en", 1280);
        page.getByTestId("name").fill("Lan");
        page.getByTestId("password").fill("not the password");
        page.getByTestId("submit").click();

        assertThat(page.getByTestId("failure")).hasText("The name or the password is wrong");
        assertThat(page.getByTestId("password")).isFocused();
        picture(page, "signin-wrong-en");
        page.context().close();
    }

    @Test
    void anAdministratorMakesAnAccountAndItsOwnerMakesAToken() {
        Page page = open("/signin.html?to=/accounts.html", 1280);
        signIn(page, "Quản trị");
        page.waitForURL(Pattern.compile("^[^?]*/accounts\\.html$"));
        ready(page);
        Locator people = page.getByTestId("people");
        button(people, "Tạo tài khoản").click();
        people.getByLabel("Tên đăng nhập").fill("Bình");
        people.getByLabel("Họ tên").fill("Trần Bình");
        people.getByLabel("Mã xã hoặc tỉnh").fill("31552, 31531");
        people.getByLabel("cán bộ").check();
        picture(page, "accounts-desktop-vi");
        button(people, "Tạo tài khoản").click();

        String password = people.getByTestId("secret").locator("code").textContent();
        assertThat(people).containsText("Trần Bình (Bình)");
        assertThat(people).containsText("31552, 31531");
        picture(page, "accounts-made-vi");

        Page own = open("/signin.html?to=/accounts.html#lang=en", 1280);
        own.getByTestId("name").fill("Bình");
        own.getByTestId("password").fill(password);
        own.getByTestId("submit").click();
        own.waitForURL(Pattern.compile("^[^?]*/accounts\\.html.*"));
        ready(own);
        Locator tokens = own.getByTestId("tokens");
        tokens.locator("input").fill("QGIS");
        tokens.locator("button[type=submit]").click();
        assertThat(tokens.getByTestId("secret").locator("code")).hasText(Pattern.compile("rmt_.+"));
        picture(own, "accounts-token");
        own.context().close();

        Locator row = people.locator("li").filter(new Locator.FilterOptions().setHasText("Trần Bình"));
        button(row, "Xóa").click();
        page.getByTestId("confirm-yes").click();
        assertThat(row).hasCount(0);
        page.context().close();
    }

    @Test
    void aDataManagerImportsFromAnywhere() {
        Page page = browser.window(1280, 800);
        page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.0.0.1"));
        page.navigate(server.url() + "/imports");
        page.getByTestId("start-failure").getByText("Đăng nhập").last().click();
        ready(page);
        signIn(page, "Nhập");
        page.waitForURL(Pattern.compile("^[^?]*/imports$"));
        ready(page);
        // the page's own way to the server, with what it knows of the session
        Object state = page.evaluate("import('/js/imports/api/ImportsApi.js')"
                + ".then(({ ImportsApi }) => new ImportsApi().create('tourism_sites')).then((made) => made.state)");
        assertThat(state).isEqualTo("NEW");
        page.context().close();
        assertThat(browser.strangers()).isEmpty();
    }
}
