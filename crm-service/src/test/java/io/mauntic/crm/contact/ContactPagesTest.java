package io.mauntic.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ContactPagesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void an_organization_without_contacts_is_told_what_to_do_first() {
        page("/ui/crm/contacts")
                .statusCode(200)
                .body(
                        allOf(
                                containsString("No contacts yet"),
                                containsString("/app/crm/contacts/new"),
                                containsString("/app/crm/imports/new")));
        page(crm.with("crm:contacts:read"), "/ui/crm/contacts")
                .body(not(containsString("/app/crm/contacts/new")));
    }

    @Test
    void the_list_shows_searches_sorts_and_filters() {
        long ada =
                crm.contact(
                        Map.of(
                                "firstname",
                                "Ada",
                                "lastname",
                                "Lovelace",
                                "points",
                                1815,
                                "tags",
                                List.of("vip")));
        crm.contact(Map.of("firstname", "Grace", "stage", "customer"));

        page("/ui/crm/contacts")
                .statusCode(200)
                .body(
                        allOf(
                                containsString("/app/crm/contacts/" + ada),
                                containsString("Ada Lovelace"),
                                containsString("1,815"),
                                containsString("1–2 of 2")));
        page("/ui/crm/contacts?search=love")
                .body(allOf(containsString("Ada Lovelace"), not(containsString("Grace"))));
        page("/ui/crm/contacts?tag=vip")
                .body(allOf(containsString("Tag: vip"), not(containsString("Grace"))));
        page("/ui/crm/contacts?stage=customer").body(not(containsString("Ada Lovelace")));
        page("/ui/crm/contacts?search=nobody")
                .statusCode(200)
                .body(containsString("Nothing found"));
        String sorted = page("/ui/crm/contacts?orderBy=points&orderDir=asc").extract().asString();
        assertThat(sorted.indexOf("Grace")).isLessThan(sorted.indexOf("Ada Lovelace"));
        page("/ui/crm/contacts?orderBy=secret").statusCode(422);
    }

    @Test
    void a_view_in_an_order_that_is_no_longer_offered_has_the_usual_one() {
        crm.contact(Map.of("firstname", "Mary"));
        int view =
                crm.post("/api/crm/contact-views", JsonObject.of("name", "By address"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        TestDatabase.execute(
                "update crm.saved_view set order_by = 'email', order_dir = 'asc' where id = "
                        + view);

        page("/ui/crm/contacts?view=" + view)
                .statusCode(200)
                .body(
                        allOf(
                                containsString("By address"),
                                containsString("\"/app/crm/contacts?view=" + view + "\""),
                                not(containsString("orderBy=email"))));
    }

    @Test
    void a_contact_is_created_from_the_form_or_the_form_says_why_not() {
        String location =
                form(
                                "/ui/crm/contacts/new",
                                Map.of(
                                        "email",
                                        "ada@lovelace.example",
                                        "tags",
                                        List.of("vip", "new"),
                                        "newName",
                                        "size",
                                        "newValue",
                                        "38",
                                        "points",
                                        ""))
                        .statusCode(303)
                        .extract()
                        .header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        crm.get("/api/crm/contacts/" + id)
                .body("tags", contains("new", "vip"))
                .body("fields", equalTo(Map.of("size", "38")));

        form("/ui/crm/contacts/new", Map.of("email", "ada@lovelace.example", "city", "London"))
                .statusCode(422)
                .body(
                        allOf(
                                containsString("belongs to contact " + id),
                                containsString("value=\"London\""),
                                containsString("is-invalid")));
        form("/ui/crm/contacts/new", Map.of("phone", SCRIPT, "points", "many"))
                .statusCode(422)
                .body(allOf(containsString("whole number"), not(containsString(SCRIPT))));
        page("/ui/crm/contacts/new").statusCode(200).body(containsString("<option value=\"vip\""));
    }

    @Test
    void a_contact_is_edited_and_its_custom_values_keep_their_types() {
        long id =
                crm.contact(
                        Map.of(
                                "firstname",
                                "Ada",
                                "points",
                                3,
                                "fields",
                                Map.of("size", 38, "member", true)));
        String edit = "/ui/crm/contacts/" + id + "/edit";
        page(edit)
                .statusCode(200)
                .body(
                        allOf(
                                containsString("value=\"Ada\""),
                                containsString("name=\"fields.size\"")));

        form(
                        edit,
                        Map.of(
                                "lastname",
                                "Lovelace",
                                "points",
                                "4",
                                "fields.size",
                                "39",
                                "fields.member",
                                "false"))
                .statusCode(303)
                .header("Location", endsWith("/app/crm/contacts/" + id))
                .header("HX-Trigger", containsString("Saved."));

        crm.get("/api/crm/contacts/" + id)
                .body("lastname", equalTo("Lovelace"))
                .body("points", equalTo(4))
                .body("fields", equalTo(Map.of("size", 39, "member", false)));
        form(edit, Map.of("newName", "bad name", "newValue", "x"))
                .statusCode(422)
                .body(containsString("begins with a letter"));
    }

    @Test
    void an_essential_is_edited_where_it_stands() {
        long id = crm.contact(Map.of("city", "London"));
        String field = "/ui/crm/contacts/" + id + "/fields/city";

        page(field)
                .statusCode(200)
                .body(allOf(containsString("London"), not(containsString("<form"))));
        page(field + "?edit=true")
                .body(allOf(containsString("<form"), containsString("value=\"London\"")));
        form(field, Map.of("value", "Paris"))
                .statusCode(200)
                .body(allOf(containsString("Paris"), not(containsString("<form"))));
        form("/ui/crm/contacts/" + id + "/fields/email", Map.of("value", "nobody"))
                .statusCode(422)
                .body(
                        allOf(
                                containsString("value=\"nobody\""),
                                containsString("not an email address")));
        page("/ui/crm/contacts/" + id + "/fields/password").statusCode(404);
        crm.get("/api/crm/contacts/" + id).body("city", equalTo("Paris"));
    }

    @Test
    void the_list_shows_the_chosen_columns_and_is_kept_under_a_name() {
        crm.contact(Map.of("firstname", "Ada", "city", "London", "company", "Engines"));
        String chosen =
                form("/ui/crm/contacts/columns?search=ada", Map.of("column", List.of("city")))
                        .statusCode(303)
                        .extract()
                        .header("Location");
        assertThat(chosen).endsWith("/app/crm/contacts?search=ada&columns=city");
        page("/ui/crm/contacts?search=ada&columns=city")
                .body(allOf(containsString("London"), not(containsString("Engines"))));

        String kept =
                form(
                                "/ui/crm/contacts/views?search=ada&columns=city",
                                Map.of("name", "Adas & co", "shared", "true"))
                        .statusCode(303)
                        .extract()
                        .header("Location");
        String id = kept.substring(kept.indexOf("view=") + 5);
        page("/ui/crm/contacts?view=" + id)
                .body(
                        allOf(
                                containsString("Adas &amp; co"),
                                containsString("Save changes to"),
                                containsString("/views/" + id + "/delete")));
        form("/ui/crm/contacts/views/" + id + "?tag=vip", Map.of()).statusCode(303);
        crm.get("/api/crm/contact-views/" + id).body("tag", equalTo("vip"));
        form("/ui/crm/contacts/views", Map.of("name", "adas & CO"))
                .header("HX-Trigger", containsString("already"));
        form("/ui/crm/contacts/views", Map.of("name", " "))
                .header("HX-Trigger", containsString("Give the view a name"));

        String trigger =
                form("/ui/crm/contacts/views/" + id + "/delete", Map.of())
                        .statusCode(303)
                        .extract()
                        .header("HX-Trigger");
        String undo = new JsonObject(trigger).getJsonObject("toast").getString("undo");
        request(crm)
                .urlEncodingEnabled(false)
                .post(undo.replace("/app/", "/ui/"))
                .then()
                .statusCode(303);
        crm.get("/api/crm/contact-views")
                .body("items.name", contains("Adas & co"))
                .body("items.tag", contains("vip"))
                .body("items.shared", contains(true));
    }

    @Test
    void the_detail_tells_the_timeline_in_words() {
        long id = crm.contact(Map.of("firstname", "Ada"));
        JsonObject opened =
                JsonObject.of(
                        "contactId",
                        id,
                        "emailId",
                        3,
                        "emailName",
                        "Welcome " + SCRIPT,
                        "machine",
                        false);
        EventProbe.publish("messaging", crm.organization(), "EmailOpened", id, opened);
        JsonObject decided =
                JsonObject.of("contactId", id, "campaignId", 4, "campaignName", "Spring")
                        .put("eventKey", "k1")
                        .put("kind", "email.click")
                        .put("path", "yes");
        EventProbe.publish("campaign", crm.organization(), "CampaignEventExecuted", id, decided);
        Eventually.until(
                "the opening and the decision are told",
                () ->
                        crm.get("/api/crm/contacts/" + id + "/timeline")
                                        .extract()
                                        .jsonPath()
                                        .getInt("total")
                                == 3);

        page("/ui/crm/contacts/" + id)
                .statusCode(200)
                .body(
                        allOf(
                                containsString("Was a link clicked? Yes"),
                                containsString("Opened “Welcome"),
                                containsString("/app/messaging/emails/3"),
                                containsString("Became a contact through the API"),
                                containsString("Email opened"),
                                not(containsString(SCRIPT))));
        page("/ui/crm/contacts/" + id + "?type=EmailOpened")
                .body(not(containsString("Became a contact")));
        request(crm)
                .header("Accept-Language", "de")
                .get("/ui/crm/contacts/" + id)
                .then()
                .body(containsString("geöffnet"));
    }

    @Test
    void the_detail_names_the_segments_that_the_contact_is_in() {
        CrmClient marketer =
                crm.with("crm:contacts:read", "crm:contacts:write", "crm:segments:write");
        JsonObject inLondon =
                JsonObject.of("field", "city", "operator", "equals", "value", "London");
        marketer.post(
                        "/api/crm/segments",
                        JsonObject.of(
                                "name",
                                "Londoners",
                                "filter",
                                JsonObject.of("match", "all", "rules", JsonArray.of(inLondon))))
                .statusCode(201);
        long ada = marketer.contact(Map.of("city", "London"));
        long grace = marketer.contact(Map.of("city", "Paris"));

        page("/ui/crm/contacts/" + ada).statusCode(200).body(containsString("Londoners"));
        page("/ui/crm/contacts/" + grace).body(containsString("In no segment."));
    }

    @Test
    void tags_and_consent_change_on_the_page() {
        long id = crm.contact(Map.of("tags", List.of("old")));
        String path = "/ui/crm/contacts/" + id;

        form(path + "/tags", Map.of("add", "vip")).statusCode(303);
        form(path + "/tags", Map.of("remove", "old")).statusCode(303);
        form(path + "/stop-mail", Map.of()).statusCode(303);
        crm.get("/api/crm/contacts/" + id)
                .body("tags", contains("vip"))
                .body("doNotContact", contains("email"));
        page(path).body(allOf(containsString("Do not write"), containsString("Stopped by hand")));
        form(path + "/allow-mail", Map.of()).statusCode(303);
        crm.get("/api/crm/contacts/" + id).body("doNotContact", empty());
    }

    @Test
    void a_batch_of_tags_can_be_undone() {
        long ada = crm.contact(Map.of());
        long grace = crm.contact(Map.of("tags", List.of("vip")));

        String trigger =
                form(
                                "/ui/crm/contacts/batch",
                                Map.of("id", List.of(ada, grace), "tag", "vip", "action", "addTag"))
                        .statusCode(303)
                        .extract()
                        .header("HX-Trigger");
        String undo = new JsonObject(trigger).getJsonObject("toast").getString("undo");
        crm.get("/api/crm/contacts?tag=vip").body("total", equalTo(2));
        assertThat(undo).isEqualTo("/app/crm/contacts/batch/undo?add=false&tag=vip&id=" + ada);

        request(crm).post(undo.replace("/app/", "/ui/")).then().statusCode(303);

        crm.get("/api/crm/contacts?tag=vip").body("items.id", contains((int) grace));
        form("/ui/crm/contacts/batch", Map.of("action", "addTag", "tag", "x"))
                .statusCode(303)
                .header("HX-Trigger", containsString("Select contacts first"));
        form("/ui/crm/contacts/batch", Map.of("action", "addTag", "id", ada))
                .statusCode(303)
                .header("HX-Trigger", containsString("Enter a tag"));
    }

    @Test
    void erasing_asks_first() {
        long ada = crm.contact(Map.of("firstname", "Ada"));
        long grace = crm.contact(Map.of("firstname", "Grace"));
        page("/ui/crm/contacts/" + ada + "/erase")
                .statusCode(200)
                .body(containsString("Erase Ada for good?"));
        form("/ui/crm/contacts/" + ada + "/erase", Map.of())
                .statusCode(303)
                .header("Location", endsWith("/app/crm/contacts"));

        form("/ui/crm/contacts/batch", Map.of("id", grace, "action", "erase"))
                .statusCode(200)
                .body(containsString("Erase this contact for good?"));
        crm.get("/api/crm/contacts").body("total", equalTo(1));
        form("/ui/crm/contacts/batch/erase", Map.of("id", grace)).statusCode(303);

        crm.get("/api/crm/contacts").body("total", equalTo(0));
        page("/ui/crm/contacts/" + ada)
                .statusCode(404)
                .body(containsString("This contact does not exist"));
    }

    @Test
    void hostile_values_are_text_on_every_page() {
        String markup = "\"><img src=x onerror=alert(1)>{contact.id}{{7*7}}";
        long id =
                crm.contact(
                        Map.of(
                                "firstname",
                                SCRIPT,
                                "company",
                                markup,
                                "stage",
                                markup,
                                "tags",
                                List.of(markup),
                                "fields",
                                Map.of("x", SCRIPT)));
        for (String path :
                List.of(
                        "/ui/crm/contacts",
                        "/ui/crm/contacts/" + id,
                        "/ui/crm/contacts/" + id + "/edit",
                        "/ui/crm/contacts/new")) {
            page(path)
                    .statusCode(200)
                    .body(allOf(not(containsString(SCRIPT)), not(containsString("<img src=x"))));
        }
        request(crm)
                .queryParam("search", markup)
                .queryParam("tag", markup)
                .get("/ui/crm/contacts")
                .then()
                .statusCode(200)
                .body(not(containsString("<img")));
    }

    @Test
    void the_pages_are_behind_the_wall() {
        long id = crm.contact(Map.of());
        CrmClient reader = crm.with("crm:contacts:read");
        CrmClient other = CrmClient.ofNewOrganization();

        request(crm).auth().none().get("/ui/crm/contacts").then().statusCode(401);
        page(crm.with("crm:companies:read"), "/ui/crm/contacts").statusCode(403);
        page(reader, "/ui/crm/contacts/" + id).statusCode(200).body(not(containsString("/edit")));
        page(reader, "/ui/crm/contacts/new").statusCode(403);
        request(reader)
                .formParams(Map.of("name", "x", "shared", "true"))
                .post("/ui/crm/contacts/views")
                .then()
                .statusCode(403);
        page(reader, "/ui/crm/contacts/" + id + "/edit").statusCode(403);
        request(reader).formParam("id", id).post("/ui/crm/contacts/batch").then().statusCode(403);
        request(reader)
                .formParam("id", id)
                .post("/ui/crm/contacts/batch/erase")
                .then()
                .statusCode(403);
        page(other, "/ui/crm/contacts/" + id).statusCode(404);
        page(other, "/ui/crm/contacts/" + id + "/edit").statusCode(404);
        request(other)
                .formParam("city", "x")
                .post("/ui/crm/contacts/" + id + "/edit")
                .then()
                .statusCode(404);
        request(other)
                .formParam("id", id)
                .post("/ui/crm/contacts/batch/erase")
                .then()
                .statusCode(303);
        crm.get("/api/crm/contacts/" + id).statusCode(200);
    }

    private ValidatableResponse page(String path) {
        return page(crm, path);
    }

    private static ValidatableResponse page(CrmClient who, String path) {
        return request(who).get(path).then();
    }

    private ValidatableResponse form(String path, Map<String, ?> values) {
        return request(crm).formParams(values).post(path).then();
    }

    private static RequestSpecification request(CrmClient who) {
        return who.request()
                .contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false);
    }
}
