package vn.ruralmap.server.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.store.AuditLog;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.accounts.AccountFacts;
import vn.ruralmap.server.accounts.Accounts;
import vn.ruralmap.server.e2e.Keycloak.Person;
import vn.ruralmap.server.editing.Officer;
import vn.ruralmap.server.editing.Role;

/** Signing in through a real provider of OpenID Connect, on its own page, in a browser. */
class OidcIT {

    private static final String PICTURES = System.getProperty("ruralmap.test.pictures", "");
    /** The provider's first pages take their time. */
    private static final int PATIENCE_MS = 60_000;

    private static final Person LAN = new Person("lan", "Nguyễn Thị", "mật-khẩu-của-lan");
    private static final Person DISABLED = new Person("minh", "Trần Văn", "mật-khẩu-của-minh");
    private static final Person UNKNOWN = new Person("moi", "Lê Thị", "mật-khẩu-của-moi");

    private static Browser browser;
    private static Keycloak keycloak;
    private static ServerFixture server;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        keycloak = new Keycloak();
        server = ServerFixture.start(Map.of(
                "ruralmap.accounts.oidc.issuer", keycloak.issuer(),
                "ruralmap.accounts.oidc.client-id", Keycloak.CLIENT,
                "ruralmap.accounts.oidc.client-secret", Keycloak.SECRET));
        Officer.of(server, LAN.name(), Set.of(Role.OFFICER), "31552");
        Officer.of(server, DISABLED.name(), Set.of(Role.OFFICER));
        server.bean(Accounts.class).change(DISABLED.name(), new AccountFacts(null, null, null, null, true));
        keycloak.start(server.url(), List.of(LAN, DISABLED, UNKNOWN));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    /** As far as the provider's own page. */
    private static Page atProvider() {
        Page page = browser.window(1280, 800);
        page.setDefaultTimeout(PATIENCE_MS);
        page.navigate(server.url() + "/signin.html?to=/accounts.html");
        page.waitForSelector("html[data-ready=true]");
        page.getByTestId("provider").locator("a").click();
        page.waitForURL(Pattern.compile(Pattern.quote(keycloak.issuer()) + ".*"));
        return page;
    }

    private static void signIn(Page page, Person person) {
        page.locator("#username").fill(person.name());
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
    }

    private static void assertRefused(Page page, String code, String sentence) {
        page.waitForURL(Pattern.compile(".*/signin\\.html\\?refused=" + code + "&.*"));
        page.waitForSelector("html[data-ready=true]");
        assertThat(page.getByTestId("refused")).containsText(sentence);
        Object isSignedIn = page.evaluate("fetch('/api/session').then((a) => a.json()).then((s) => s.signedIn)");
        assertThat(isSignedIn).isEqualTo(false);
        picture(page, "oidc-refused-" + code);
    }

    private static AuditLog.Entry lastEntry() {
        return server.bean(FeatureStore.class)
                .auditLog()
                .list(null, Long.MAX_VALUE, 1)
                .get(0);
    }

    /** For people to look at. */
    private static void picture(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(PICTURES).resolve(name + ".png")));
        }
    }

    private static int write(Page page, double lon) {
        Object status = page.evaluate("""
                async (lon) => {
                  const { csrf } = await (await fetch('/api/session')).json();
                  const answer = await fetch('/ogc/collections/hamlets/items', {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/geo+json', 'X-CSRF-Token': csrf },
                    body: JSON.stringify({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, 9.73] },
                      properties: { name: 'Qua cổng tỉnh', kind: 'ấp', commune: 5 } }),
                  });
                  return answer.status;
                }""", lon);
        return (Integer) status;
    }

    @Test
    void whoSignsInThereHasTheRightsOfTheAccountHere() {
        Page page = atProvider();
        picture(page, "oidc-provider");
        signIn(page, LAN);
        page.waitForURL(server.url() + "/accounts.html");
        page.waitForSelector("html[data-ready=true]");
        assertThat(page.getByTestId("who").first()).containsText("lan");
        assertThat(page.getByTestId("me")).containsText("31552");
        assertThat(lastEntry().action()).isEqualTo("sign-in");
        assertThat(lastEntry().actor()).isEqualTo("lan");
        assertThat(lastEntry().details()).contains("oidc");

        assertThat(write(page, 105.93)).isEqualTo(201);
        assertThat(write(page, 106.3)).isEqualTo(403);

        // the way out leads past the provider, which would otherwise let the next person at this machine in
        page.getByTestId("me")
                .getByText("Đăng xuất", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForURL(Pattern.compile(Pattern.quote(keycloak.issuer()) + ".*logout.*"));
        page.locator("#kc-logout").click();
        page.waitForURL(server.url() + "/");
        page.navigate(server.url() + "/signin.html");
        page.waitForSelector("html[data-ready=true]");
        picture(page, "oidc-signin");
        page.getByTestId("provider").locator("a").click();
        assertThat(page.locator("#kc-login")).isVisible();
        page.context().close();
    }

    @Test
    void aForgedStateIsRefused() {
        assertForged(
                url -> url.replaceAll("([?&]state=)[^&]+", "$1forged"), "outdated", "không bắt đầu từ trình duyệt này");
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        assertForged(url -> url.replaceAll("([?&]nonce=)[^&]+", "$1forged"), "failed", "Không xác minh được");
    }

    private static void assertForged(UnaryOperator<String> forge, String code, String sentence) {
        Page page = atProvider();
        String forged = forge.apply(page.url());
        assertThat(forged).isNotEqualTo(page.url());
        page.navigate(forged);
        signIn(page, LAN);
        assertRefused(page, code, sentence);
        assertThat(lastEntry().isRefused()).isTrue();
        page.context().close();
    }

    @Test
    void aDisabledAccountIsRefusedWithAReason() {
        Page page = atProvider();
        signIn(page, DISABLED);
        assertRefused(page, "disabled", "đã bị khóa");
        assertThat(lastEntry().actor()).isEqualTo("minh");
        assertThat(lastEntry().isRefused()).isTrue();
        page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByTestId("refused")).containsText("This account is disabled");
        page.context().close();
    }

    @Test
    void whoHasNoAccountHereGetsNone() {
        Page page = atProvider();
        signIn(page, UNKNOWN);
        assertRefused(page, "unknown", "Tài khoản này chưa có ở đây");
        assertThat(server.bean(Accounts.class).list())
                .noneMatch(account -> account.name().equals(UNKNOWN.name()));
        page.context().close();
    }
}
