package io.mauntic.campaign.campaign;

import static io.mauntic.campaign.Api.below;
import static io.mauntic.campaign.Api.campaign;
import static io.mauntic.campaign.Api.mail;
import static io.mauntic.campaign.Api.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mauntic.campaign.Api;
import io.mauntic.campaign.Neighbours;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithTestResource(Neighbours.class)
class BuilderTest {

    private static final String UI = "/ui/campaign/campaigns/";
    private static final String READ = "campaign:campaigns:read";
    private static final String WRITE = "campaign:campaigns:write";

    private OrganizationId organization;
    private String tree;

    @BeforeEach
    void a_campaign() {
        organization = TestOrganizations.next();
        Neighbours.segment(organization, 7);
        Neighbours.email(organization, 101, "Hello");
        long id =
                new Api(organization)
                        .created(
                                campaign(
                                        "Welcome",
                                        7,
                                        mail("mail", 101),
                                        below(tag("warm", "warm"), "mail", null)));
        tree = UI + id;
    }

    @Test
    void changes_are_taken_back_one_by_one_and_done_again() {
        assertThat(page(tree).select("button[data-undo]").hasAttr("disabled")).isTrue();
        step("hot", "").then().statusCode(303);
        send(tree + "/steps/warm/delete", Map.of()).then().statusCode(303);
        assertThat(titles()).containsExactly("Send “Hello”");

        send(tree + "/undo", Map.of()).then().statusCode(303);
        assertThat(titles()).containsExactly("Send “Hello”", "Tags: add hot");
        send(tree + "/undo", Map.of()).then().statusCode(303);
        assertThat(titles()).containsExactly("Send “Hello”", "Tags: add warm");
        assertThat(page(tree).select("button[data-undo]").hasAttr("disabled")).isTrue();

        send(tree + "/redo", Map.of()).then().statusCode(303);
        send(tree + "/redo", Map.of()).then().statusCode(303);
        assertThat(titles()).containsExactly("Send “Hello”");
        Response nothing = send(tree + "/redo", Map.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.header("HX-Trigger")).contains("There is nothing to redo.");
    }

    @Test
    void a_steps_draft_waits_for_its_writer_and_the_campaign_is_as_it_was() {
        draft("/steps/warm/draft", "hot", 0)
                .then()
                .statusCode(200)
                .body("kept", equalTo(true))
                .body("problems", equalTo(List.of()));

        assertThat(added("/steps/warm")).isEqualTo("hot");
        assertThat(titles()).containsExactly("Send “Hello”", "Tags: add warm");
        draft("/steps/warm/draft", "late", 0).then().body("kept", equalTo(false));
        draft("/steps/warm/draft", "", 1)
                .then()
                .body("kept", equalTo(true))
                .body("problems.field", equalTo(List.of("add")));

        send(tree + "/steps/warm/draft/discard", Map.of()).then().statusCode(303);
        assertThat(added("/steps/warm")).isEqualTo("warm");
    }

    @Test
    void a_new_steps_draft_is_found_where_it_was_being_added() {
        draft("/steps/new~contact.tags~~mail/draft", "later", 0)
                .then()
                .statusCode(200)
                .body("kept", equalTo(true));

        String form = "/steps/new?after=mail&path=&kind=contact.tags";
        assertThat(added(form)).isEqualTo("later");
        assertThat(
                        send(tree + "/steps/new~contact.tags~~mail/draft/discard", Map.of())
                                .header("Location"))
                .endsWith(form);
        assertThat(added(form)).isEmpty();
    }

    @Test
    void a_step_that_somebody_else_changed_meanwhile_is_not_overwritten_unseen() {
        String base = base(page(tree + "/steps/warm"));
        step("theirs", base).then().statusCode(303);

        Response again = step("mine", base);

        assertThat(again.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(again.asString());
        assertThat(page.select("[role=alert]").text())
                .contains("Somebody else has saved a change meanwhile");
        step("mine", base(page)).then().statusCode(303);
        assertThat(titles()).containsExactly("Send “Hello”", "Tags: add mine");
    }

    @Test
    void nobody_else_changes_anything() {
        for (String path : List.of("/undo", "/redo", "/steps/warm/draft")) {
            assertThat(given().post(tree + path).statusCode()).as(path).isEqualTo(401);
            assertThat(as(TestTokens.of(organization, READ)).post(tree + path).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(
                            as(TestTokens.of(TestOrganizations.next(), READ, WRITE))
                                    .post(tree + path)
                                    .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private Response step(String tag, String base) {
        return send(
                tree + "/steps/warm",
                Map.of(
                        "kind",
                        "contact.tags",
                        "add",
                        tag,
                        "remove",
                        "",
                        "mode",
                        "immediate",
                        "draftBase",
                        base));
    }

    private Response draft(String path, String tag, int revision) {
        return send(
                tree + path,
                Map.of(
                        "kind",
                        "contact.tags",
                        "add",
                        tag,
                        "mode",
                        "immediate",
                        "draftRevision",
                        Integer.toString(revision)));
    }

    private String added(String form) {
        return page(tree + form).select("input[name=add]").attr("value");
    }

    private List<String> titles() {
        return page(tree).select(".campaign-step strong").eachText();
    }

    private static String base(Document page) {
        return page.select("input[name=draftBase]").attr("value");
    }

    private Document page(String address) {
        Response answer = as(TestTokens.of(organization, READ, WRITE)).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private Response send(String address, Map<String, String> form) {
        return as(TestTokens.of(organization, READ, WRITE)).formParams(form).post(address);
    }

    private static RequestSpecification as(String token) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .auth()
                .oauth2(token);
    }
}
