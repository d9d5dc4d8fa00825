package io.mauntic.crm.segment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class SegmentPagesTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void an_empty_list_says_what_to_do_first() {
        page("/ui/crm/segments").statusCode(200).body(containsString("No segments yet"));
        given().auth()
                .oauth2(crm.with("crm:segments:read").token())
                .get("/ui/crm/segments")
                .then()
                .statusCode(200)
                .body(not(containsString("/app/crm/segments/new")));
        given().auth().oauth2(crm.with().token()).get("/ui/crm/segments").then().statusCode(403);
    }

    @Test
    void a_segment_is_made_with_the_builder_and_shown() {
        crm.contact(Map.of("email", "ada@pages.example", "firstname", "Ada", "city", "Berlin"));
        page("/ui/crm/segments/new").statusCode(200).body(containsString("name=\"field.0-0\""));

        String address =
                form().formParam("name", "<b>Berliners</b>")
                        .formParam("match.0", "all")
                        .formParam("field.0-0", "city")
                        .formParam("operator.0-0", "equals")
                        .formParam("value.0-0", "Berlin")
                        .post("/ui/crm/segments/new")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        String shown = address.replaceFirst(".*/app/", "/ui/");
        Eventually.asserted(() -> page(shown).body(containsString("ada@pages.example")));

        page(shown)
                .body(containsString("City is <strong>Berlin</strong>"))
                .body(containsString("&lt;b&gt;Berliners"))
                .body(not(containsString("<b>Berliners")));
        page(shown + "/edit").statusCode(200).body(containsString("value=\"Berlin\""));
        page("/ui/crm/segments").body(containsString("Berliners"));
        given().auth()
                .oauth2(crm.token())
                .header("Accept-Language", "de")
                .get(shown)
                .then()
                .body(containsString("Stadt ist"));
        page(shown + "/events")
                .statusCode(200)
                .contentType("text/event-stream")
                .body(containsString("event:done"));
    }

    @Test
    void the_builder_grows_and_shrinks_in_place() {
        form().formParam("match.0", "all")
                .formParam("field.0-0", "city")
                .formParam("do", "rule:0")
                .post("/ui/crm/segments/builder")
                .then()
                .statusCode(200)
                .header("HX-Trigger", containsString("filterChanged"))
                .body(containsString("name=\"field.0-1\""));
        form().formParam("match.0", "all")
                .formParam("do", "group:0")
                .post("/ui/crm/segments/builder")
                .then()
                .body(containsString("name=\"match.0-0\""))
                .body(containsString("name=\"field.0-0-0\""));
        form().formParam("match.0", "all")
                .formParam("field.0-0", "city")
                .formParam("value.0-0", "one")
                .formParam("field.0-1", "city")
                .formParam("value.0-1", "two")
                .formParam("do", "remove:0-0")
                .post("/ui/crm/segments/builder")
                .then()
                .body(containsString("value=\"two\""))
                .body(not(containsString("value=\"one\"")))
                .body(not(containsString("field.0-1")));
        form().formParam("field.0-0", "createdAt")
                .formParam("operator.0-0", "contains")
                .post("/ui/crm/segments/builder")
                .then()
                .body(containsString("type=\"date\""))
                .body(not(containsString("value=\"contains\"")));
    }

    @Test
    void without_scripts_the_form_itself_is_the_builder() {
        form().formParam("name", "Kept")
                .formParam("match.0", "any")
                .formParam("do", "rule:0")
                .post("/ui/crm/segments/new")
                .then()
                .statusCode(200)
                .body(containsString("value=\"Kept\""))
                .body(containsString("name=\"field.0-0\""));
    }

    @Test
    void the_count_follows_the_form() {
        crm.contact(Map.of("email", "ada@pages.example", "city", "Berlin"));

        form().formParam("field.0-0", "city")
                .formParam("operator.0-0", "startsWith")
                .formParam("value.0-0", "ber")
                .post("/ui/crm/segments/count")
                .then()
                .statusCode(200)
                .body(containsString("1 contacts fit now"));
        form().formParam("field.0-0", "city")
                .formParam("operator.0-0", "startsWith")
                .formParam("value.0-0", "")
                .post("/ui/crm/segments/count")
                .then()
                .body(containsString("Complete the rules"));
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_nothing_is_lost() {
        form().formParam("name", "")
                .formParam("match.0", "all")
                .formParam("field.0-0", "points")
                .formParam("operator.0-0", "greaterThan")
                .formParam("value.0-0", "many")
                .post("/ui/crm/segments/new")
                .then()
                .statusCode(422)
                .body(containsString("Give the segment a name"))
                .body(containsString("value=\"many\""));
        form().formParam("name", "Good")
                .formParam("field.0-0", "fields.")
                .formParam("custom.0-0", "no such!")
                .formParam("operator.0-0", "equals")
                .formParam("value.0-0", "x")
                .post("/ui/crm/segments/new")
                .then()
                .statusCode(422)
                .body(containsString("There is no field"));
    }

    @Test
    void members_come_and_go_by_hand() {
        long ada = crm.contact(Map.of("email", "ada@pages.example", "city", "Berlin"));
        long segment =
                crm.post("/api/crm/segments", new JsonObject("{\"name\": \"Picked\"}"))
                        .extract()
                        .jsonPath()
                        .getLong("id");

        form().formParam("addresses", "ADA@pages.example, nobody@pages.example")
                .post("/ui/crm/segments/" + segment)
                .then()
                .statusCode(303);
        page("/ui/crm/segments/" + segment).body(containsString("By hand"));
        form().post("/ui/crm/segments/" + segment + "/members/" + ada + "/remove")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/crm/segments/" + segment));
        page("/ui/crm/segments/" + segment).body(containsString("Nobody is in this segment yet."));
        form().formParam("addresses", "nobody@pages.example")
                .post("/ui/crm/segments/" + segment)
                .then()
                .statusCode(422)
                .body(containsString("No contact has one of these addresses."));
        page("/ui/crm/segments/" + segment + "/delete").body(containsString("Delete “Picked”?"));
        form().post("/ui/crm/segments/" + segment + "/delete").then().statusCode(303);
        page("/ui/crm/segments/" + segment)
                .statusCode(404)
                .body(containsString("This segment does not exist"));
    }

    @Test
    void nobody_else_sees_its_pages() {
        long segment =
                crm.post("/api/crm/segments", new JsonObject("{\"name\": \"Ours\"}"))
                        .extract()
                        .jsonPath()
                        .getLong("id");
        CrmClient other = CrmClient.ofNewOrganization();

        for (String path : new String[] {"", "/edit", "/delete"}) {
            given().auth()
                    .oauth2(other.token())
                    .get("/ui/crm/segments/" + segment + path)
                    .then()
                    .statusCode(404);
        }
        assertThat(
                        given().auth()
                                .oauth2(other.token())
                                .redirects()
                                .follow(false)
                                .post("/ui/crm/segments/" + segment + "/delete")
                                .statusCode())
                .isEqualTo(404);
        given().auth()
                .oauth2(crm.with("crm:segments:read").token())
                .redirects()
                .follow(false)
                .post("/ui/crm/segments/" + segment + "/delete")
                .then()
                .statusCode(403);
        given().get("/ui/crm/segments/" + segment).then().statusCode(401);
    }

    private ValidatableResponse page(String path) {
        return given().auth().oauth2(crm.token()).get(path).then();
    }

    private RequestSpecification form() {
        return given().auth()
                .oauth2(crm.token())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded");
    }
}
