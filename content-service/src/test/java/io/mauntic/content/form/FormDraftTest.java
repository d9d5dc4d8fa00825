package io.mauntic.content.form;

import static io.mauntic.content.form.FormsApi.READ;
import static io.mauntic.content.form.FormsApi.WRITE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class FormDraftTest {

    private static final String FORMS = "/ui/content/forms";

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);

    @Test
    void a_draft_is_there_again_and_visitors_see_the_saved_form() {
        String alias = FormsApi.alias("drafted");
        long id = api.create(alias);

        typed("Your mail or")
                .post(FORMS + "/" + id + "/draft")
                .then()
                .statusCode(200)
                .body("kept", equalTo(true))
                .body("problems", equalTo(List.of()));

        assertThat(label(page(id))).isEqualTo("Your mail or");
        given().get("/f/" + alias)
                .then()
                .body(containsString("Your email"))
                .body(not(containsString("Your mail or")));
        writer().post(FORMS + "/" + id + "/draft/discard")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/app/content/forms/" + id + "/edit"));
        assertThat(label(page(id))).isEqualTo("Your email");
    }

    @Test
    void an_unfinished_draft_says_what_is_missing_beside_its_field() {
        typed("")
                .post(FORMS + "/new/draft")
                .then()
                .statusCode(200)
                .body("kept", equalTo(true))
                .body("problems.field", equalTo(List.of("fields[0].label")));
        typed("Mine")
                .formParam("draftRevision", 0)
                .post(FORMS + "/new/draft")
                .then()
                .body("kept", equalTo(false));
    }

    @Test
    void a_change_of_somebody_else_is_told_before_it_is_replaced() {
        long id = api.create(FormsApi.alias("contested"));
        String base = base(page(id));
        save(id, base, "Theirs", 303);

        Document again = Jsoup.parse(save(id, base, "Mine", 409));

        assertThat(again.select("[role=alert]").text())
                .contains("Somebody else has saved a change meanwhile");
        assertThat(label(again)).isEqualTo("Mine");
        assertThat(label(page(id))).isEqualTo("Theirs");
        save(id, base(again), "Mine", 303);
        assertThat(label(page(id))).isEqualTo("Mine");
    }

    @Test
    void nobody_else_keeps_a_draft_of_it() {
        long id = api.create(FormsApi.alias("ours"));

        as(TestTokens.of(TestOrganizations.next(), READ, WRITE))
                .post(FORMS + "/" + id + "/draft")
                .then()
                .statusCode(404);
        as(TestTokens.of(organization, READ))
                .post(FORMS + "/" + id + "/draft")
                .then()
                .statusCode(403);
        given().post(FORMS + "/" + id + "/draft").then().statusCode(401);
    }

    private String save(long id, String base, String label, int status) {
        return typed(label)
                .formParam("draftBase", base)
                .post(FORMS + "/" + id + "/edit")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private Document page(long id) {
        return Jsoup.parse(writer().get(FORMS + "/" + id + "/edit").asString());
    }

    private static String label(Document page) {
        return page.select("input[name=fields[0].label]").attr("value");
    }

    private static String base(Document page) {
        return page.select("input[name=draftBase]").attr("value");
    }

    private RequestSpecification typed(String label) {
        return writer().formParam("name", "Drafted")
                .formParam("fields[0].type", "email")
                .formParam("fields[0].label", label)
                .formParam("fields[0].alias", "email");
    }

    private RequestSpecification writer() {
        return as(TestTokens.of(organization, READ, WRITE));
    }

    private static RequestSpecification as(String token) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .auth()
                .oauth2(token);
    }
}
