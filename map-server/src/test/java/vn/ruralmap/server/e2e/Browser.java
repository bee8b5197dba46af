package vn.ruralmap.server.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, and everything that pages complained about or asked of others than the server. */
final class Browser implements AutoCloseable {

    private static final int PATIENCE_MS = 15_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> strangers = Collections.synchronizedList(new ArrayList<>());

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Skips the test if there is no Chromium; fails it in CI. */
    static Browser open() {
        String program = System.getenv().getOrDefault("RURALMAP_CHROMIUM", "/usr/bin/chromium");
        ExternalTool.demand(program, "chromium");
        // Playwright would otherwise fetch browsers of its own from the internet.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(program))
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-gpu"))));
    }

    /** A new window, as of somebody who was never here. */
    Page window(int widthPx, int heightPx) {
        return page(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(widthPx, heightPx));
    }

    /** The same on a phone that is held upright: touched, and with a finer screen. */
    Page phone() {
        return page(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(
                options.setLocale("vi-VN").setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            URI uri = URI.create(request.url());
            // data and blob: what the page itself holds
            boolean isOwn = "data".equals(uri.getScheme()) || "blob".equals(uri.getScheme());
            if (!"localhost".equals(uri.getHost()) && !isOwn) {
                strangers.add(request.url());
            }
        });
        return page;
    }

    /** What pages wrote to the console as warnings and errors, and exceptions nobody caught. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Requests to any other host than the server. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
