package io.mauntic.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class PagesTest {

    private static final String[] OURS = {"Sec-Fetch-Site", "same-origin"};

    @TestHTTPResource("/")
    String address;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(address.replaceAll("/$", ""));
        browser.signIn("/app");
    }

    @Test
    void a_page_has_the_shell_and_the_fragment_inside() {
        var page = Browser.html(browser.get("/app/crm/contacts"));
        assertThat(page.title()).isEqualTo("Contacts · Mauntic");
        assertThat(page.select("main#content h1").text()).isEqualTo("Contacts");
        assertThat(page.select("aside a[aria-current=page]").text()).isEqualTo("Contacts");
        assertThat(page.select("main title")).isEmpty();
    }

    @Test
    void the_shell_needs_no_inline_script_or_style() {
        var page = Browser.html(browser.get("/app"));
        assertThat(page.select("style, [style], [onclick]")).isEmpty();
        assertThat(page.select("script")).allMatch(script -> script.data().isBlank());
    }

    @Test
    void all_that_the_shell_links_to_is_there() {
        var page = Browser.html(browser.get("/app"));
        for (var link : page.select("link[href], script[src]")) {
            var file = link.hasAttr("src") ? link.attr("src") : link.attr("href");
            assertThat(browser.getOnce(file).statusCode()).as(file).isEqualTo(200);
        }
        for (var library : page.selectFirst("meta[name=mauntic-assets]").dataset().values()) {
            assertThat(browser.getOnce(library).statusCode()).as(library).isEqualTo(200);
        }
    }

    @Test
    void htmx_gets_the_fragment_alone_at_the_same_address() {
        var answer = browser.get("/app/crm/contacts?page=2", "HX-Request", "true");
        assertThat(answer.body()).startsWith("<title>").doesNotContain("<html").contains("page=2");
        assertThat(answer.headers().allValues("Vary"))
                .anyMatch(vary -> vary.contains("HX-Request"));
    }

    @Test
    void a_fragment_opened_by_itself_gets_the_shell() {
        var page = Browser.html(browser.get("/ui/crm/contacts"));
        assertThat(page.select("main#content h1").text()).isEqualTo("Contacts");
    }

    @Test
    void what_is_not_there_is_a_whole_page_with_its_status() {
        var answer = browser.get("/app/crm/gone");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Browser.html(answer).select("main#content h1").text())
                .isEqualTo("No such contact");
        assertThat(browser.get("/app/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void a_problem_reply_becomes_words_for_people() {
        var answer = browser.get("/app/crm/refused");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Browser.html(answer).select("main").text()).contains("The segment is in use");
        var part = browser.get("/app/crm/refused", "HX-Request", "true", "HX-Target", "row-7");
        assertThat(part.headers().firstValue("HX-Reswap")).contains("none");
        assertThat(part.headers().firstValue("HX-Trigger").orElseThrow())
                .contains("The segment is in use");
    }

    @Test
    void a_service_that_is_down_leaves_the_shell_standing() {
        var answer = browser.get("/app/integrations/webhooks");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Browser.html(answer).select("aside a")).isNotEmpty();
        assertThat(Browser.html(answer).select("main a").eachAttr("href"))
                .contains("/app/integrations/webhooks");
    }

    @Test
    void an_invalid_form_comes_back_in_the_shell() {
        var answer = browser.post("/app/crm/contacts", "email=wrong", OURS);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.html(answer).select("main [role=alert]").text())
                .isEqualTo("Not an address");
    }

    @Test
    void a_saved_form_goes_on_and_tells_so_once() {
        var page = Browser.html(browser.post("/app/crm/contacts", "email=right", OURS));
        assertThat(page.select("#toasts strong").text()).isEqualTo("Saved <it>");
        assertThat(page.select("main h1").text()).isEqualTo("Contacts");
        assertThat(Browser.html(browser.get("/app")).select("#toasts strong")).isEmpty();
    }

    @Test
    void a_redirect_of_a_service_stays_at_the_front_door() {
        var answer = browser.postOnce("/app/crm/contacts", "email=right", OURS);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/app/crm/contacts");
    }

    @Test
    void a_document_with_its_own_policy_passes_as_it_is() {
        var answer = browser.get("/ui/messaging/body");
        assertThat(answer.body()).isEqualTo("<p>A mail</p>");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void another_sites_post_is_refused() {
        assertThat(
                        browser.post("/app/crm/contacts", "email=x", "Sec-Fetch-Site", "cross-site")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        browser.post("/app/crm/contacts", "email=x", "Sec-Fetch-Site", "same-site")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        browser.post(
                                        "/ui/crm/contacts",
                                        "email=x",
                                        "Origin",
                                        "https://evil.example")
                                .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/app/crm/contacts", "email=x").statusCode()).isEqualTo(403);
        assertThat(browser.getOnce("/app/sign-out", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_post_from_our_own_origin_passes() {
        var origin = address.replaceAll("/$", "");
        assertThat(browser.post("/app/crm/contacts", "email=wrong", "Origin", origin).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_service_gets_the_token_and_never_the_session() {
        var echo =
                new JsonObject(browser.get("/ui/crm/echo", "X-Mauntic-Organization", "2").body());
        var headers = echo.getJsonObject("headers");
        assertThat(headers.getString("authorization")).startsWith("Bearer ");
        assertThat(headers.containsKey("cookie")).isFalse();
        assertThat(headers.containsKey("x-mauntic-organization")).isFalse();
    }

    @Test
    void events_arrive_one_by_one() throws IOException {
        try (var body = browser.stream("/ui/crm/events").body()) {
            var first = new String(body.readNBytes(11), StandardCharsets.UTF_8);
            assertThat(first).isEqualTo("data: one\n\n");
            Services.SECOND_EVENT.countDown();
            var second = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second).isEqualTo("data: two\n\n");
        }
    }

    @Test
    void browsers_are_told_what_to_refuse() {
        var headers = browser.get("/app").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy"))
                .contains("strict-origin-when-cross-origin");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void the_search_finds_by_kind_and_escapes() {
        var found = Browser.html(browser.get("/ui/search?q=ada", "HX-Request", "true"));
        assertThat(found.select("a[href=/app/crm/contacts/7]").text())
                .contains("<b>Ada", "ada@example.org");
        assertThat(found.select("b")).isEmpty();
        var page = Browser.html(browser.get("/app/search?q=ada"));
        assertThat(page.select("main#content h1").text()).contains("ada");
    }

    @Test
    void the_words_follow_the_browsers_language() {
        var page = Browser.html(browser.get("/app", "Accept-Language", "de-DE,de;q=0.9"));
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("aside a").eachText()).contains("Kontakte");
    }

    @Test
    void the_chosen_theme_is_there_from_the_first_byte() {
        assertThat(Browser.html(browser.get("/app")).select("html").attr("data-bs-theme"))
                .isEqualTo("light");
        var chosen = new HttpCookie("mauntic_theme", "dark");
        chosen.setPath("/");
        browser.cookies().getCookieStore().add(URI.create(address), chosen);
        assertThat(Browser.html(browser.get("/app")).select("html").attr("data-bs-theme"))
                .isEqualTo("dark");
    }
}
