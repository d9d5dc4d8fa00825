package io.mauntic.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser: Debian's Chromium. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    // Headless Chromium calls itself by that name, which counts as a machine's visit.
    private static final String AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-background-networking")));

    /** A page of somebody who was never here. */
    Page visitor() {
        return context(1280, ColorScheme.LIGHT, true).newPage();
    }

    /** A page of somebody who has signed in by Keycloak's form. */
    Page signedIn(String user) {
        return signedIn(user, 1280, ColorScheme.LIGHT);
    }

    Page signedIn(String user, int width, ColorScheme scheme) {
        Page page = context(width, scheme, true).newPage();
        signIn(page, user);
        return page;
    }

    /** A signed-in page with scripts switched off. */
    Page signedInWithoutScripts(String user) {
        Page page = context(1280, ColorScheme.LIGHT, false).newPage();
        signIn(page, user);
        return page;
    }

    private BrowserContext context(int width, ColorScheme scheme, boolean scripts) {
        return browser.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setUserAgent(AGENT)
                        .setJavaScriptEnabled(scripts)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin"));
    }

    private static void signIn(Page page, String user) {
        page.navigate(Platform.URL + "/app");
        page.locator("#username").fill(user);
        page.locator("#password").fill(Platform.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(Platform.URL + "/app"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
