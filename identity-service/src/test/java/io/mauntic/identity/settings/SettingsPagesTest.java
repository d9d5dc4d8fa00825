package io.mauntic.identity.settings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class SettingsPagesTest {

    private static final String PAGE = "/ui/identity/settings";
    private static final String READ = "identity:organization:read";
    private static final String WRITE = "identity:organization:write";

    private final OrganizationId organization = TestOrganizations.next();

    @BeforeEach
    void found() {
        TestDatabase.execute(
                "insert into identity.organization (organization_id, name) values (%d, 'Settled')"
                        .formatted(organization.value()));
    }

    @Test
    void each_tab_changes_its_own_part() {
        form().formParam("timeZone", "Europe/Berlin")
                .formParam("language", "de")
                .formParam("currency", "EUR")
                .post(PAGE)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/identity/settings"))
                .header("HX-Trigger", containsString("Saved"));
        form().formParam("brand.primaryColor", "#777777")
                .formParam("brand.textColor", "#000000")
                .formParam("brand.backgroundColor", "#ffffff")
                .formParam("brand.font", "georgia")
                .post(PAGE + "/brand")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/identity/settings/brand"));
        form().formParam("sender.name", "")
                .formParam("sender.address", "news@example.org")
                .formParam("postalAddress", "Main Street 1\r\nBerlin")
                .post(PAGE + "/sender")
                .then()
                .statusCode(303);
        form().formParam("retention.timelineMonths", "6")
                .formParam("retention.deliveriesMonths", "12")
                .formParam("retention.logsMonths", "1")
                .post(PAGE + "/retention")
                .then()
                .statusCode(303);

        may(READ)
                .get("/api/identity/organization/settings")
                .then()
                .body("version", equalTo(4))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("brand.font", equalTo("georgia"))
                .body("postalAddress", equalTo("Main Street 1\nBerlin"))
                .body("retention.logsMonths", equalTo(1));
        may(READ)
                .get(PAGE)
                .then()
                .body(containsString("<option value=\"Europe/Berlin\" selected>"))
                .body(containsString("<option value=\"EUR\" selected>EUR · Euro</option>"));
        may(READ)
                .get(PAGE + "/brand")
                .then()
                .body(
                        allOf(
                                containsString("<strong data-ratio>21.0:1</strong>"),
                                containsString("<strong data-ratio>4.4:1</strong>"),
                                containsString("<option value=\"georgia\" selected>")));
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() {
        form().formParam("sender.address", "no<where")
                .post(PAGE + "/sender")
                .then()
                .statusCode(422)
                .body(containsString("id=\"field-sender.address-error\""))
                .body(containsString("Enter an address like news@example.org."))
                .body(containsString("value=\"no&lt;where\""));
        form().formParam("retention.logsMonths", "many")
                .post(PAGE + "/retention")
                .then()
                .statusCode(422)
                .body(containsString("Enter a number of months from 1 to 36."))
                .body(containsString("value=\"many\""));
    }

    @Test
    void who_may_only_read_sees_fields_that_cannot_be_changed() {
        may(READ)
                .get(PAGE + "/retention")
                .then()
                .statusCode(200)
                .body(containsString("<fieldset disabled>"))
                .body(not(containsString("type=\"submit\"")));
        may(READ).contentType(ContentType.URLENC).post(PAGE).then().statusCode(403);
        may("crm:contacts:read").get(PAGE).then().statusCode(403);
        given().get(PAGE + "/brand").then().statusCode(401);
        may(READ).get(PAGE + "/anthem").then().statusCode(404);
    }

    private RequestSpecification may(String... permissions) {
        return given().auth().oauth2(TestTokens.of(organization, permissions));
    }

    private RequestSpecification form() {
        return may(READ, WRITE).contentType(ContentType.URLENC).redirects().follow(false);
    }
}
