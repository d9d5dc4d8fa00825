package io.mauntic.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shell does with scripts on, in a real browser under its strict policy. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ShellInBrowserTest {

    private static Playwright playwright;
    private static Browser chromium;

    @TestHTTPResource("/")
    String address;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void launch() {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking")));
    }

    @AfterAll
    static void quit() {
        playwright.close();
    }

    @BeforeEach
    void signIn() {
        context =
                chromium.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(address)
                                .setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.onConsoleMessage(message -> complain(message.type(), message.text()));
        page.onPageError(complaints::add);
        page.navigate("/app/crm/segments");
        page.fill("#username", "admin@demo.example");
        page.fill("#password", "mauntic-demo");
        page.click("#kc-login");
        assertThat(heading("Segments")).isVisible();
        page.waitForLoadState();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void complain(String type, String text) {
        if (type.equals("error") && !text.contains("the server responded with a status of 4")) {
            complaints.add(text);
        }
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void going_on_swaps_the_content_and_keeps_the_frame() {
        page.evaluate("window.stayed = true");
        page.getByLabel("Main menu").getByRole(AriaRole.LINK).getByText("Contacts").first().click();
        assertThat(heading("Contacts")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/app/crm/contacts$"));
        assertThat(page).hasTitle("Contacts · Mauntic");
        assertThat(page.locator("aside a[aria-current=page]")).hasText("Contacts");
        page.goBack();
        assertThat(heading("Segments")).isVisible();
        assertThat(page.locator("aside")).hasCount(1);
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        assertThat(complaints).isEmpty();
    }

    @Test
    void searching_a_list_replaces_the_list_alone() {
        page.getByLabel("Search segments").pressSequentially("vip");
        assertThat(page.locator("#seen")).containsText("search=vip");
        assertThat(page).hasURL(Pattern.compile("/app/crm/segments\\?search=vip$"));
        assertThat(page.getByLabel("Search segments")).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_wrong_form_shows_its_message_and_a_right_one_a_toast() {
        page.evaluate("window.stayed = true");
        page.getByLabel("Email").fill("wrong");
        page.getByText("Save").click();
        assertThat(page.getByText("Not an address")).isVisible();
        page.navigate("/app/crm/segments");
        page.getByLabel("Email").fill("right");
        page.getByText("Save").click();
        assertThat(page.locator("#toasts")).containsText("Saved <it>");
        assertThat(heading("Contacts")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/app/crm/contacts$"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_keyboard_finds_everything() {
        page.keyboard().press("/");
        assertThat(page.locator("#global-search")).isFocused();
        page.keyboard().type("ada");
        var found = page.locator("#search-results a[href='/app/crm/contacts/7']");
        assertThat(found).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#search-results a").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(found).hasCount(0);
        assertThat(page.locator("#global-search")).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void parts_come_alive() {
        assertThat(page.locator("#progress b")).hasText("3 of 10");
        assertThat(page.locator("#builder")).hasText("Built");
        assertThat(page.locator("time")).containsText("ago");
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_chosen_theme_stays() {
        var before = page.locator("html").getAttribute("data-bs-theme");
        page.getByLabel("Light or dark").click();
        var after = before.equals("dark") ? "light" : "dark";
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", after);
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", after);
    }

    @Test
    void a_session_that_ended_leads_to_signing_in_again() {
        context.clearCookies(
                new BrowserContext.ClearCookiesOptions()
                        .setName(Pattern.compile("q_.*|KEYCLOAK.*|AUTH.*|KC_.*")));
        page.getByLabel("Main menu").getByRole(AriaRole.LINK).getByText("Contacts").first().click();
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    void the_top_bar_leads_to_another_organization() {
        page.getByText("Other Company").click();
        assertThat(heading("Contacts")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/app/crm/contacts$"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_bell_tells_how_much_is_new_until_it_is_opened() {
        Services.SEEN.set(false);
        page.reload();
        var bell = page.locator(".notification-menu summary");
        assertThat(bell).hasAccessibleName("Notifications 3 new");
        bell.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#notifications a")).hasText("Import finished");
        assertThat(bell).hasAccessibleName("Notifications");
        page.keyboard().press("Escape");
        assertThat(page.locator("#notifications a")).isHidden();
        assertThat(bell).isFocused();
        page.keyboard().press("Enter");
        page.locator("#notifications a").click();
        assertThat(heading("Contacts")).isVisible();
        assertThat(page.locator("#notifications a")).isHidden();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_bell_that_cannot_ask_bothers_nobody() {
        page.route("**/notifications/unread", route -> route.fulfill(refusal()));
        page.reload();
        page.waitForResponse(
                "**/notifications/unread",
                () -> page.evaluate("htmx.trigger(document.body, 'notificationsDue')"));
        page.getByLabel("Main menu").getByRole(AriaRole.LINK).getByText("Contacts").first().click();
        assertThat(heading("Contacts")).isVisible();
        assertThat(page.locator("#toasts strong")).hasCount(0);
    }

    private static Route.FulfillOptions refusal() {
        return new Route.FulfillOptions()
                .setStatus(401)
                .setHeaders(
                        Map.of(
                                "HX-Redirect",
                                "/app/sign-out",
                                "HX-Trigger",
                                "{\"toast\":{\"message\":\"Failed\"}}"));
    }

    @Test
    void signing_out_from_the_menu_asks_to_sign_in() {
        page.locator(".person-menu summary").click();
        page.getByText("Sign out").click();
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    void nothing_keeps_anyone_out() {
        for (var theme : new String[] {"light", "dark"}) {
            page.evaluate("theme => document.documentElement.dataset.bsTheme = theme", theme);
            page.locator(".person-menu summary").click();
            var violations = new AxeBuilder(page).exclude("main").analyze().getViolations();
            assertThat(violations).extracting(rule -> rule.getId() + rule.getNodes()).isEmpty();
        }
    }
}
