package io.mauntic.crm.segment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class SegmentDraftTest {

    private static final Pattern BASE = Pattern.compile("name=\"draftBase\" value=\"([^\"]*)\"");
    private static final String WRITE = "crm:segments:write";
    private static final String READ = "crm:segments:read";

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void what_was_typed_is_there_again_and_the_segment_is_as_it_was() {
        long segment = berliners();
        String base = base(segment);

        form(crm.token(), "Berliners", "Ber")
                .formParam("draftBase", base)
                .formParam("draftRevision", "0")
                .post(draft(segment))
                .then()
                .statusCode(200)
                .body("kept", equalTo(true))
                .body("revision", equalTo(1))
                .body("problems.size()", equalTo(0));

        edit(crm.token(), segment)
                .body(containsString("value=\"Ber\""))
                .body(containsString("This is your draft of"));
        crm.get("/api/crm/segments/" + segment).body("filter.rules[0].value", equalTo("Berlin"));
    }

    @Test
    void a_draft_may_be_unfinished_and_says_what_is_missing() {
        form(crm.token(), "", "")
                .post("/ui/crm/segments/new/draft")
                .then()
                .statusCode(200)
                .body("kept", equalTo(true))
                .body("problems.field", hasItem("name"));

        given().auth()
                .oauth2(crm.token())
                .get("/ui/crm/segments/new")
                .then()
                .body(containsString("This is your draft of"));
    }

    @Test
    void a_later_draft_of_another_window_is_not_overwritten() {
        long segment = berliners();
        keep(segment, 0, "one").body("kept", equalTo(true));
        keep(segment, 1, "two").body("revision", equalTo(2));

        keep(segment, 1, "late").body("kept", equalTo(false));

        edit(crm.token(), segment).body(containsString("value=\"two\""));
    }

    @Test
    void a_draft_is_its_writers_alone() {
        long segment = berliners();
        keep(segment, 0, "mine");
        String colleague = TestTokens.of("another-person", crm.organization(), WRITE, READ);

        edit(colleague, segment).body(not(containsString("value=\"mine\"")));
    }

    @Test
    void discarding_shows_the_saved_segment_again() {
        long segment = berliners();
        keep(segment, 0, "never mind");

        form(crm.token(), "x", "y")
                .post(draft(segment) + "/discard")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/crm/segments/" + segment + "/edit"));

        edit(crm.token(), segment)
                .body(containsString("value=\"Berlin\""))
                .body(not(containsString("This is your draft of")));
    }

    @Test
    void saving_ends_the_draft() {
        long segment = berliners();
        keep(segment, 0, "Hamburg");

        form(crm.token(), "Berliners", "Hamburg")
                .formParam("draftBase", base(segment))
                .post("/ui/crm/segments/" + segment + "/edit")
                .then()
                .statusCode(303);

        edit(crm.token(), segment)
                .body(containsString("value=\"Hamburg\""))
                .body(not(containsString("This is your draft of")));
    }

    @Test
    void what_somebody_else_saved_meanwhile_is_told_before_it_is_replaced() {
        long segment = berliners();
        String base = base(segment);
        crm.patch("/api/crm/segments/" + segment, new JsonObject().put("name", "Theirs"));

        String again =
                form(crm.token(), "Mine", "Hamburg")
                        .formParam("draftBase", base)
                        .post("/ui/crm/segments/" + segment + "/edit")
                        .then()
                        .statusCode(409)
                        .body(containsString("Somebody else has saved a change meanwhile"))
                        .body(containsString("value=\"Mine\""))
                        .extract()
                        .asString();

        crm.get("/api/crm/segments/" + segment).body("name", equalTo("Theirs"));
        form(crm.token(), "Mine", "Hamburg")
                .formParam("draftBase", baseIn(again))
                .post("/ui/crm/segments/" + segment + "/edit")
                .then()
                .statusCode(303);
        crm.get("/api/crm/segments/" + segment).body("name", equalTo("Mine"));
    }

    @Test
    void nobody_keeps_a_draft_of_what_is_not_theirs() {
        long segment = berliners();
        CrmClient other = CrmClient.ofNewOrganization();

        form(other.token(), "x", "y").post(draft(segment)).then().statusCode(404);
        form(crm.with(READ).token(), "x", "y").post(draft(segment)).then().statusCode(403);
        given().contentType("application/x-www-form-urlencoded")
                .post(draft(segment))
                .then()
                .statusCode(401);
        form(other.token(), "x", "y").post(draft(segment) + "/discard").then().statusCode(404);
    }

    private long berliners() {
        return crm.post(
                        "/api/crm/segments",
                        new JsonObject(
                                """
                                {"name": "Berliners", "filter": {"match": "all", "rules": [
                                    {"field": "city", "operator": "equals", "value": "Berlin"}]}}
                                """))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private ValidatableResponse keep(long segment, int revision, String value) {
        return form(crm.token(), "Berliners", value)
                .formParam("draftBase", base(segment))
                .formParam("draftRevision", revision)
                .post(draft(segment))
                .then()
                .statusCode(200);
    }

    private String base(long segment) {
        return baseIn(edit(crm.token(), segment).extract().asString());
    }

    private static String baseIn(String page) {
        Matcher base = BASE.matcher(page);
        assertThat(base.find()).isTrue();
        return base.group(1);
    }

    private static String draft(long segment) {
        return "/ui/crm/segments/" + segment + "/draft";
    }

    private static ValidatableResponse edit(String token, long segment) {
        return given().auth()
                .oauth2(token)
                .get("/ui/crm/segments/" + segment + "/edit")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification form(String token, String name, String city) {
        return given().auth()
                .oauth2(token)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("name", name)
                .formParam("match.0", "all")
                .formParam("field.0-0", "city")
                .formParam("operator.0-0", "equals")
                .formParam("value.0-0", city);
    }
}
