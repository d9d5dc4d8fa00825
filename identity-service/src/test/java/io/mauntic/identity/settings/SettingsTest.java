package io.mauntic.identity.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class SettingsTest {

    private static final String SETTINGS = "/api/identity/organization/settings";

    private final OrganizationId organization = founded();

    @Test
    void an_organization_that_has_set_nothing_has_the_defaults() {
        read().body("version", equalTo(0))
                .body("timeZone", equalTo("UTC"))
                .body("language", equalTo("en"))
                .body("currency", equalTo("USD"))
                .body("brand.primaryColor", equalTo("#0059a9"))
                .body("brand.textColor", equalTo("#1d273b"))
                .body("brand.backgroundColor", equalTo("#ffffff"))
                .body("brand.font", equalTo("sans"))
                .body("postalAddress", nullValue())
                .body("sender.address", nullValue())
                .body("retention.timelineMonths", equalTo(24))
                .body("retention.deliveriesMonths", equalTo(13))
                .body("retention.logsMonths", equalTo(3));
    }

    @Test
    void a_change_is_tidied_told_whole_and_leaves_what_it_does_not_name() {
        patch(
                        """
                        {"timeZone": "Europe/Berlin", "brand": {"primaryColor": "#C0FFEE"},
                         "sender": {"name": " Ada & Co ", "address": "News@Example.ORG"}}
                        """)
                .statusCode(200);
        patch("{\"postalAddress\": \"Main Street 1\\r\\nBerlin\\n\", \"sender\": {\"name\": null}}")
                .statusCode(200)
                .body("version", equalTo(2))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("brand.primaryColor", equalTo("#c0ffee"))
                .body("brand.font", equalTo("sans"))
                .body("postalAddress", equalTo("Main Street 1\nBerlin"))
                .body("sender.name", nullValue())
                .body("sender.address", equalTo("news@example.org"));

        List<EventProbe.Seen> told =
                EventProbe.await("identity.events", organization, "OrganizationSettingsChanged", 2);
        JsonObject last = told.getLast().data();
        assertThat(last.getLong("organizationId")).isEqualTo(organization.value());
        assertThat(last.getLong("version")).isEqualTo(2);
        assertThat(last.getString("timeZone")).isEqualTo("Europe/Berlin");
        assertThat(last.getString("language")).isEqualTo("en");
        assertThat(last.getString("postalAddress")).isEqualTo("Main Street 1\nBerlin");
        assertThat(last.getJsonObject("sender"))
                .isEqualTo(JsonObject.of("address", "news@example.org"));
        assertThat(last.getJsonObject("retention").getInteger("logsMonths")).isEqualTo(3);
    }

    @Test
    void null_brings_the_default_back() {
        patch("{\"timeZone\": \"Asia/Tokyo\", \"retention\": {\"logsMonths\": 36}}")
                .statusCode(200);
        patch("{\"timeZone\": null, \"retention\": null}")
                .statusCode(200)
                .body("timeZone", equalTo("UTC"))
                .body("retention.logsMonths", equalTo(3));
    }

    @Test
    void what_is_wrong_is_named_and_changes_nothing() {
        patch(
                        """
                        {"timeZone": "EST", "language": "xx", "currency": "XAU",
                         "brand": {"primaryColor": "red", "font": "comic"},
                         "sender": {"name": "A\\r\\nBcc: b@example.org", "address": "nowhere"},
                         "retention": {"timelineMonths": 0, "deliveriesMonths": 121, "logsMonths": 37}}
                        """)
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "timeZone",
                                "language",
                                "currency",
                                "brand.primaryColor",
                                "brand.font",
                                "sender.name",
                                "sender.address",
                                "retention.timelineMonths",
                                "retention.deliveriesMonths",
                                "retention.logsMonths"));
        patch("{\"timezone\": \"UTC\"}")
                .statusCode(400)
                .body("violations.field", contains("timezone"));
        patch("{\"postalAddress\": \"%s\"}".formatted("x".repeat(501))).statusCode(422);
        read().body("version", equalTo(0));
    }

    @Test
    void another_organization_keeps_its_own() {
        patch("{\"timeZone\": \"Asia/Tokyo\"}").statusCode(200);
        as(founded(), "identity:organization:read")
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("UTC"));
        as(TestOrganizations.next(), "identity:organization:write")
                .body("{\"timeZone\": \"UTC\"}")
                .patch(SETTINGS)
                .then()
                .statusCode(404);
    }

    @Test
    void settings_need_a_token_and_the_permission() {
        given().get(SETTINGS).then().statusCode(401);
        as(organization, "crm:contacts:read").get(SETTINGS).then().statusCode(403);
        as(organization, "identity:organization:read")
                .body("{}")
                .patch(SETTINGS)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse read() {
        return as(organization, "identity:organization:read").get(SETTINGS).then().statusCode(200);
    }

    private ValidatableResponse patch(String body) {
        return as(organization, "identity:organization:write").body(body).patch(SETTINGS).then();
    }

    private static RequestSpecification as(OrganizationId organization, String permission) {
        return given().auth()
                .oauth2(TestTokens.of(organization, permission))
                .contentType(ContentType.JSON);
    }

    private static OrganizationId founded() {
        OrganizationId id = TestOrganizations.next();
        TestDatabase.execute(
                "insert into identity.organization (organization_id, name) values (%d, 'Settled')"
                        .formatted(id.value()));
        return id;
    }
}
