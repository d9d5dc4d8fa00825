package io.mauntic.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any service has given up on is seen on one page, and set going again there. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class SetAsideTest {

    private static final String[] OURS = {"Sec-Fetch-Site", "same-origin"};

    @TestHTTPResource("/")
    String address;

    private Browser browser;

    @BeforeEach
    void sign_in() {
        browser = new Browser(address.replaceAll("/$", ""));
        browser.signIn("/app");
        Services.SET_GOING.set(false);
    }

    @Test
    void work_is_shown_with_its_reason_and_set_going_again() {
        var page = Browser.html(browser.get("/app/set-aside"));
        assertThat(page.select("main h1").text()).isEqualTo("Set aside");
        assertThat(page.select("main .set-aside-entry div").eachText())
                .startsWith(
                        "Events that could not be handled ContactCreated <7>", "It did not fit.");
        assertThat(page.select("main .set-aside-entry div:last-child").text())
                .startsWith("Tried 2 times, ");
        assertThat(page.select("main li").text())
                .startsWith("1,200 Events that could not be handled");
        assertThat(page.select("main [role=status]").text())
                .as("integrations is down")
                .isEqualTo("Some parts do not answer just now, so this is not all.");

        var after = Browser.html(browser.post("/app/set-aside/crm/7/retry", "", OURS));

        assertThat(Services.SET_GOING).isTrue();
        assertThat(after.select("#toasts strong").text()).isEqualTo("Done.");
        assertThat(after.select("main .set-aside-entry")).isEmpty();
    }

    @Test
    void what_cannot_be_set_going_is_told() {
        var page = Browser.html(browser.post("/app/set-aside/crm/9/retry", "", OURS));

        assertThat(page.select("#toasts strong").text())
                .isEqualTo("It could not be set going again: poison");
    }

    @Test
    void what_does_not_exist_is_not_there() {
        assertThat(browser.post("/app/set-aside/nowhere/7/retry", "", OURS).statusCode())
                .isEqualTo(404);
    }
}
