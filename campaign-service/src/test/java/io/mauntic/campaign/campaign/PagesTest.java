package io.mauntic.campaign.campaign;

import static io.mauntic.campaign.Api.after;
import static io.mauntic.campaign.Api.below;
import static io.mauntic.campaign.Api.campaign;
import static io.mauntic.campaign.Api.mail;
import static io.mauntic.campaign.Api.opened;
import static io.mauntic.campaign.Api.tag;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.campaign.Api;
import io.mauntic.campaign.Neighbours;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithComponents
@WithTestResource(Neighbours.class)
class PagesTest {

    private static final String UI = "/ui/campaign/campaigns";

    private OrganizationId organization;
    private Api api;

    @BeforeEach
    void an_organization() {
        organization = TestOrganizations.next();
        api = new Api(organization);
        Neighbours.segment(organization, 7);
        Neighbours.email(organization, 101, "Hello <b>you</b>");
    }

    @Test
    void an_empty_list_says_what_to_do_first() {
        assertThat(page(UI).select(".empty a").attr("href"))
                .isEqualTo("/app/campaign/campaigns/new");
        assertThat(german(UI).selectFirst(".empty-title").text()).isEqualTo("Noch keine Kampagnen");
    }

    @Test
    void a_campaign_is_built_step_by_step_with_plain_forms() {
        assertThat(page(UI + "/new").select("select[name=segments] option").eachText())
                .containsExactly("Segment 7");
        assertThat(post(UI + "/new", Map.of("name", "")).statusCode()).isEqualTo(422);
        Response made = post(UI + "/new", Map.of("name", "Welcome", "segments", "7"));
        assertThat(made.statusCode()).isEqualTo(303);
        String address = ui(made.header("Location"));

        Document empty = page(address);
        assertThat(empty.select(".campaign-tree a").eachText())
                .containsExactly("Add the first step");
        String first = ui(empty.selectFirst(".campaign-tree a").attr("href"));
        assertThat(page(first).select(".campaign-tree .btn-list a").eachText())
                .containsExactly(
                        "Send an email", "Change tags", "Change points", "Check a field", "Cancel");
        Document form = page(ui(link(page(first), "Send an email")));
        assertThat(form.select("select[name=emailId] option").eachText())
                .contains("Hello <b>you</b>");
        String action = ui(form.selectFirst(".campaign-tree form").attr("action"));

        Document refused =
                Jsoup.parse(
                        post(
                                        action,
                                        Map.of(
                                                "kind",
                                                "email.send",
                                                "mode",
                                                "interval",
                                                "amount",
                                                "0",
                                                "unit",
                                                "days"))
                                .asString());
        assertThat(refused.select(".campaign-tree .invalid-feedback").eachText())
                .contains("Choose the email to send.", "Wait at least 1 and at most 3,650 days.");
        assertThat(
                        post(
                                        action,
                                        Map.of(
                                                "kind",
                                                "email.send",
                                                "emailId",
                                                "101",
                                                "mode",
                                                "immediate"))
                                .statusCode())
                .isEqualTo(303);

        Document withMail = page(address);
        assertThat(withMail.select(".campaign-step strong").eachText())
                .containsExactly("Send “Hello <b>you</b>”");
        Element below = withMail.select(".campaign-tree .campaign-tree a[href*=steps/new]").first();
        Document palette = page(ui(below.attr("href")));
        assertThat(palette.select(".campaign-tree .btn-list a").eachText())
                .contains("Wait for the email to be opened", "Wait for a click in the email");
        String wait = ui(link(palette, "Wait for the email to be opened"));
        assertThat(page(wait).selectFirst("input[name=amount]").attr("value")).isEqualTo("3");
        assertThat(
                        post(
                                        wait,
                                        Map.of(
                                                "kind",
                                                "email.open",
                                                "mode",
                                                "interval",
                                                "amount",
                                                "3",
                                                "unit",
                                                "days"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(page(address).select(".campaign-tree a[href*=path=yes]").eachText())
                .containsExactly("Add a step if yes");
        assertThat(page(address).select(".campaign-step").text())
                .contains("waits 3 days, then no", "at once", "0 done");
    }

    @Test
    void a_step_is_changed_in_place_and_deleted_with_undo() {
        long id = api.created(welcome());
        Document edit = page(UI + "/" + id + "/steps/warm");
        assertThat(edit.selectFirst("#step-warm input[name=add]").attr("value")).isEqualTo("warm");
        assertThat(
                        post(
                                        UI + "/" + id + "/steps/warm",
                                        Map.of(
                                                "kind",
                                                "contact.tags",
                                                "add",
                                                "hot, vip",
                                                "remove",
                                                "",
                                                "mode",
                                                "immediate"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(page(UI + "/" + id).selectFirst("#step-warm strong").text())
                .isEqualTo("Tags: add hot, vip");

        Response deleted = post(UI + "/" + id + "/steps/opened/delete", Map.of());
        JsonObject toast = new JsonObject(deleted.header("HX-Trigger")).getJsonObject("toast");
        assertThat(toast.getString("message")).isEqualTo("Step deleted, 2 in all");
        assertThat(page(UI + "/" + id).select("#step-opened, #step-warm")).isEmpty();
        assertThat(post(ui(toast.getString("undo")), Map.of()).statusCode()).isEqualTo(303);
        assertThat(page(UI + "/" + id).select("#step-opened, #step-warm")).hasSize(2);
    }

    @Test
    void name_segments_and_reentry_are_settings() {
        Neighbours.segment(organization, 8);
        long id = api.created(welcome());
        Document settings = page(UI + "/" + id + "/edit");
        assertThat(settings.selectFirst("#field-name").attr("value")).isEqualTo("Welcome");
        assertThat(settings.select("select[name=segments] option[selected]").eachText())
                .containsExactly("Segment 7");
        assertThat(post(UI + "/" + id + "/edit", Map.of("name", "x".repeat(192))).statusCode())
                .isEqualTo(422);
        assertThat(
                        post(
                                        UI + "/" + id + "/edit",
                                        Map.of("name", "Hello", "segments", "8", "reentry", "true"))
                                .statusCode())
                .isEqualTo(303);
        assertThat(page(UI + "/" + id).select("a[href=/app/crm/segments/8]").text())
                .isEqualTo("Segment 8");
        assertThat(page(UI + "/" + id).select("#step-mail, #step-opened, #step-warm")).hasSize(3);
    }

    @Test
    void problems_are_marked_where_they_are() {
        long id = api.created(campaign("Gone", 8, mail("mail", 999)));
        Response refused = post(UI + "/" + id + "/publish", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.asString());
        assertThat(page.selectFirst("#step-mail [role=alert]").text())
                .isEqualTo("This email does not exist. Choose another one.");
        assertThat(page.selectFirst(".alert-danger").text())
                .contains("This segment does not exist. Choose another one.");
        assertThat(page(UI + "/" + id).selectFirst("#step-mail [role=alert]").text())
                .isEqualTo("Email does not exist any more");
    }

    @Test
    void publishing_stopping_deleting_and_restoring_go_back_to_the_campaign() {
        long id = api.created(welcome());
        String app = "/app/campaign/campaigns/" + id;
        assertThat(post(UI + "/" + id + "/publish", Map.of()).header("Location")).endsWith(app);
        assertThat(page(UI + "/" + id).select("[data-live]").attr("data-live"))
                .isEqualTo(UI + "/" + id + "/events");
        assertThat(post(UI + "/" + id + "/unpublish", Map.of()).header("Location")).endsWith(app);
        Response deleted = post(UI + "/" + id + "/delete", Map.of());
        assertThat(get(UI + "/" + id).statusCode()).isEqualTo(404);
        post(
                ui(
                        new JsonObject(deleted.header("HX-Trigger"))
                                .getJsonObject("toast")
                                .getString("undo")),
                Map.of());
        assertThat(page(UI).select("tbody td").first().text()).isEqualTo("Welcome");
    }

    @Test
    void the_log_names_contacts_and_steps() {
        Neighbours.segment(organization, 70, 1L);
        Neighbours.contact(
                organization,
                1,
                new JsonObject().put("firstname", "Ada").put("lastname", "<i>L</i>"));
        long id = api.published(campaign("Log", 70, tag("tag", "x")));
        api.awaitLog(id, 1, "tag executed");
        Document log = page(UI + "/" + id + "/log");
        assertThat(log.select("tbody tr td").eachText().subList(0, 3))
                .containsExactly("Ada <i>L</i>", "Tags: add x", "Done");
        assertThat(page(UI + "/" + id + "/log?status=failed").select("tbody tr")).isEmpty();
        assertThat(page(UI + "/" + id).selectFirst("#step-tag").text())
                .contains("1 done · 0 waiting");
    }

    @Test
    void the_tree_of_a_running_campaign_is_told_live() throws IOException, InterruptedException {
        long id = api.published(welcome());
        HttpRequest listen =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + RestAssured.port
                                                + UI
                                                + "/"
                                                + id
                                                + "/events"))
                        .header(
                                "Authorization",
                                "Bearer " + TestTokens.of(organization, "campaign:campaigns:read"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream stream = client.send(listen, BodyHandlers.ofInputStream()).body();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> first =
                    lines.lines()
                            .dropWhile(String::isEmpty)
                            .takeWhile(line -> !line.isEmpty())
                            .toList();
            assertThat(first)
                    .allMatch(line -> line.startsWith("data:") || line.startsWith("content-type:"));
            assertThat(
                            Jsoup.parse(String.join("\n", first).replace("data:", ""))
                                    .select("#step-mail > .card strong")
                                    .text())
                    .isEqualTo("Send “Hello <b>you</b>”");
            client.shutdownNow();
        }
    }

    @Test
    void a_reader_sees_the_tree_and_no_buttons() {
        long id = api.created(welcome());
        Document page = Jsoup.parse(as("campaign:campaigns:read").get(UI + "/" + id).asString());
        assertThat(page.select(".campaign-step strong")).hasSize(3);
        assertThat(page.select("form, a[href*=steps]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /{id}, campaign:campaigns:read",
        "GET, /{id}/log, campaign:campaigns:read",
        "GET, /{id}/edit, campaign:campaigns:write",
        "POST, /{id}/edit, campaign:campaigns:write",
        "GET, /{id}/steps/new, campaign:campaigns:write",
        "POST, /{id}/steps/new, campaign:campaigns:write",
        "GET, /{id}/steps/mail, campaign:campaigns:write",
        "POST, /{id}/steps/mail, campaign:campaigns:write",
        "POST, /{id}/steps/mail/delete, campaign:campaigns:write",
        "POST, /{id}/undo, campaign:campaigns:write",
        "POST, /{id}/publish, campaign:campaigns:publish",
        "POST, /{id}/unpublish, campaign:campaigns:publish",
        "POST, /{id}/delete, campaign:campaigns:write"
    })
    void each_page_asks_who_comes_and_shows_nothing_of_others(
            String method, String path, String permission) {
        String address = UI + path.replace("{id}", Long.toString(api.created(welcome())));
        RequestSpecification nobody =
                given().redirects()
                        .follow(false)
                        .contentType(ContentType.URLENC)
                        .formParam("name", "Mine");
        assertThat(nobody.request(method, address).statusCode()).isEqualTo(401);
        assertThat(
                        as("crm:contacts:read")
                                .formParam("name", "Mine")
                                .request(method, address)
                                .statusCode())
                .isEqualTo(403);
        String stranger = TestTokens.of(TestOrganizations.next(), permission);
        assertThat(
                        as("").auth()
                                .oauth2(stranger)
                                .formParam("name", "Mine")
                                .request(method, address)
                                .statusCode())
                .isEqualTo(404);
    }

    private static JsonObject welcome() {
        return campaign(
                "Welcome",
                7,
                mail("mail", 101),
                after(below(opened("opened"), "mail", null), 1, "days"),
                below(tag("warm", "warm"), "opened", "yes"));
    }

    private static String ui(String app) {
        return app.substring(app.indexOf("/app/")).replaceFirst("^/app/", "/ui/");
    }

    private static String link(Document page, String label) {
        return page.select(".campaign-tree a").stream()
                .filter(a -> a.text().equals(label))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private RequestSpecification as(String... permissions) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .contentType(ContentType.URLENC)
                .auth()
                .oauth2(TestTokens.of(organization, permissions));
    }

    private RequestSpecification marketer() {
        return as(
                "campaign:campaigns:read",
                "campaign:campaigns:write",
                "campaign:campaigns:publish");
    }

    private Response get(String address) {
        return marketer().get(address);
    }

    private Document page(String address) {
        Response answer = get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private Document german(String address) {
        return Jsoup.parse(marketer().header("Accept-Language", "de").get(address).asString());
    }

    private Response post(String address, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(
                        TestTokens.of(
                                organization,
                                "campaign:campaigns:read",
                                "campaign:campaigns:write",
                                "campaign:campaigns:publish"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .queryParams(query(address))
                .formParams(form)
                .post(address.replaceFirst("\\?.*", ""));
    }

    private static Map<String, String> query(String address) {
        Map<String, String> query = new java.util.HashMap<>();
        if (address.contains("?")) {
            for (String one : address.substring(address.indexOf('?') + 1).split("&")) {
                query.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
            }
        }
        return query;
    }
}
