package io.mauntic.content;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.mauntic.content.form.FormsApi;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.Keyset;
import io.mauntic.kit.security.SignedToken;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.EventProbe.Seen;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What visitors live through, in a real browser: a website of somebody else's, and a hosted form.
 */
@QuarkusTest
@WithComponents
class VisitorsBrowserTest {

    private static final String PUBLIC = "http://localhost:8080";

    private static Playwright playwright;
    private static Browser chromium;

    @TestHTTPResource("/")
    String service;

    @ConfigProperty(name = "mauntic.tracking.secret")
    String secret;

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);
    private final String alias = FormsApi.alias("visited");
    private final List<String> complaints = new ArrayList<>();
    private HttpServer website;
    private String site;

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
    void open() throws IOException {
        api.create(alias);
        String script =
                api.as(FormsApi.READ).get("/api/content/site").jsonPath().getString("snippet");
        byte[] page =
                ("<!doctype html><html lang=en><title>A shop</title><body><h1>News</h1><p>Before</p>"
                                + "<script src=\""
                                + PUBLIC
                                + "/f/"
                                + alias
                                + "/embed.js\"></script>"
                                + "<p>After</p>"
                                + script
                                + "</body></html>")
                        .getBytes(StandardCharsets.UTF_8);
        website = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 20);
        website.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        website.start();
        site = "http://127.0.0.1:" + website.getAddress().getPort();
    }

    @AfterEach
    void close() {
        website.stop(0);
    }

    @Test
    void a_form_inside_another_website_is_filled_in_corrected_and_sent() {
        try (BrowserContext context = context(new NewContextOptions())) {
            Page page = open(context);
            reported(page, () -> page.navigate(site + "/news"));
            page.getByLabel("Your email").fill("nobody");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send")).click();
            assertThat(page.locator(".mt-summary")).isFocused();
            assertThat(page.getByLabel("Your email")).hasValue("nobody");

            page.getByLabel("Your email").fill("ada@example.com");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you, we write soon.");
            assertThat(page).hasURL(site + "/news");
        }

        Seen submitted = await("FormSubmitted", 1).getFirst();
        Seen visited = await("PageVisited", 1).getFirst();
        assertThat(submitted.data().getString("pageUrl")).isEqualTo(site + "/news");
        assertThat(submitted.data().getString("visitorId"))
                .isEqualTo(visited.data().getString("visitorId"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_visitor_is_the_same_on_every_page_and_named_by_a_tracked_link() {
        String token =
                new SignedToken(new Keyset(List.of(secret)), SignedToken.CONTACT)
                        .seal(organization.value(), 99, Instant.now().getEpochSecond());
        try (BrowserContext context = context(new NewContextOptions())) {
            Page page = open(context);
            reported(page, () -> page.navigate(site + "/one?colour=red"));
            reported(page, () -> page.navigate(site + "/two?mtc=" + token));
            assertThat(page).hasURL(site + "/two");
            reported(page, () -> page.evaluate("mt('send', 'pageview', {title: 'Step two'})"));
        }

        List<Seen> visits = await("PageVisited", 3);
        assertThat(visits.stream().map(visit -> visit.data().getString("visitorId")).distinct())
                .hasSize(1);
        assertThat(visits.stream().map(visit -> visit.data().getString("url")))
                .containsExactly(site + "/one?colour=red", site + "/two", site + "/two");
        assertThat(visits.stream().map(visit -> visit.data().getString("title")))
                .containsExactly("A shop", "A shop", "Step two");
        assertThat(visits.getLast().data().getLong("contactId")).isEqualTo(99L);
        assertThat(await("VisitorIdentified", 1)).hasSize(1);
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_hosted_form_needs_no_script() {
        try (BrowserContext context =
                context(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = open(context, PUBLIC + "/f/" + alias);
            page.getByLabel("Your email").fill("nobody");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            page.getByLabel("Your email").fill("grace@example.com");
            page.getByLabel("First name").fill("Grace");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Thank you, we write soon.");
        }

        assertThat(await("FormSubmitted", 1).getFirst().data().getJsonObject("values").getMap())
                .isEqualTo(Map.of("email", "grace@example.com", "first_name", "Grace"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_hosted_form_is_accessible_and_fits_a_phone(ColorScheme colours) {
        NewContextOptions phone =
                new NewContextOptions().setViewportSize(320, 700).setColorScheme(colours);
        try (BrowserContext context = context(phone)) {
            Page page = open(context, PUBLIC + "/f/" + alias);
            isAccessible(page);
            page.getByLabel("Your email").fill("nobody");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            isAccessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
        assertThat(complaints).isEmpty();
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp())
                .isEmpty();
    }

    private BrowserContext context(NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.route(PUBLIC + "/**", this::answer);
        return context;
    }

    /** The public address leads to the service under test, as the gateway's does. */
    private void answer(Route route) {
        String address = route.request().url().replace(PUBLIC + "/", service);
        route.fulfill(
                new Route.FulfillOptions()
                        .setResponse(route.fetch(new Route.FetchOptions().setUrl(address))));
    }

    private Page open(BrowserContext context, String address) {
        Page page = open(context);
        page.navigate(address);
        return page;
    }

    private Page open(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error") && !message.text().contains("status of 4")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        return page;
    }

    private static void reported(Page page, Runnable visit) {
        page.waitForResponse(PUBLIC + "/mtc/event", visit);
    }

    private List<Seen> await(String type, int count) {
        return EventProbe.await("content.events", organization, type, count);
    }
}
