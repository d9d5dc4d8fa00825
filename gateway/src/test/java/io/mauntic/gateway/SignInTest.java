package io.mauntic.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.HttpCookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class SignInTest {

    @TestHTTPResource("/")
    String address;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(address.replaceAll("/$", ""));
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_keycloak_with_a_proof_key() {
        var answer = browser.getOnce("/app/crm/contacts");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .contains("/realms/mauntic/protocol/openid-connect/auth")
                .contains("client_id=mauntic-gateway")
                .contains("code_challenge_method=S256");
    }

    @Test
    void signing_in_leads_back_to_the_page_that_was_asked_for() {
        var answer = browser.signIn("/app/crm/contacts?search=ada");
        assertThat(answer.statusCode()).isEqualTo(200);
        var page = Browser.html(answer);
        assertThat(page.title()).isEqualTo("Contacts · Mauntic");
        assertThat(page.selectFirst("main p").text()).isEqualTo("/ui/crm/contacts?search=ada");
        assertThat(page.selectFirst(".person-menu strong").text()).isNotBlank();
    }

    @Test
    void the_session_is_a_cookie_that_scripts_cannot_read() {
        browser.signIn("/app");
        assertThat(browser.cookies().getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
                .isNotEmpty()
                .allMatch(HttpCookie::isHttpOnly);
    }

    @Test
    void signing_out_ends_the_session() {
        browser.signIn("/app");
        browser.post("/app/sign-out", "", "Sec-Fetch-Site", "same-origin");
        assertThat(browser.getOnce("/app").statusCode()).isEqualTo(302);
    }

    @Test
    void another_organization_begins_another_session_without_asking_for_the_password() {
        browser.signIn("/app");
        var answer =
                browser.postOnce(
                        "/app/identity/organizations/7", "", "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("X-Mauntic-New-Session")).isEmpty();
        var again = browser.getOnce("/app/crm/contacts");
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(again.headers().firstValue("Location").orElseThrow())
                .contains("/realms/mauntic");
        assertThat(Browser.html(browser.get("/app/crm/contacts")).title())
                .isEqualTo("Contacts · Mauntic");
    }

    @Test
    void a_part_asked_for_after_the_session_says_where_to_sign_in_again() {
        var answer =
                browser.getOnce(
                        "/app/crm/contacts",
                        "HX-Request",
                        "true",
                        "HX-Current-URL",
                        address + "app/crm/segments?page=2");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/app/crm/segments");
    }

    @Test
    void a_forged_session_is_no_session() {
        var answer = browser.getOnce("/app", "Cookie", "q_session=eyJhbGciOiJub25lIn0.e30.");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .contains("/realms/mauntic");
    }
}
