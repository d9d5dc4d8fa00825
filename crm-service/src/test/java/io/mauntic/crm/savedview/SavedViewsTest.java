package io.mauntic.crm.savedview;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithComponents
class SavedViewsTest {

    private static final String VIEWS = "/api/crm/contact-views";

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void a_view_is_kept_changed_and_forgotten() {
        long id =
                create(
                        crm,
                        JsonObject.of(
                                "name", " Londoners ",
                                "search", "lon",
                                "orderBy", "points",
                                "orderDir", "desc",
                                "columns", JsonArray.of("city", "email")));

        crm.get(VIEWS + "/" + id)
                .statusCode(200)
                .body("name", equalTo("Londoners"))
                .body("search", equalTo("lon"))
                .body("columns", contains("email", "city"))
                .body("mine", equalTo(true))
                .body("shared", equalTo(false));
        crm.patch(VIEWS + "/" + id, new JsonObject().put("tag", "vip").putNull("search"))
                .statusCode(200)
                .body("tag", equalTo("vip"))
                .body("search", nullValue())
                .body("orderBy", equalTo("points"));
        crm.get(VIEWS).body("items.name", contains("Londoners"));
        crm.delete(VIEWS + "/" + id).statusCode(204);
        crm.get(VIEWS + "/" + id).statusCode(404);
    }

    @Test
    void a_view_is_one_person_s_until_it_is_shared() {
        CrmClient colleague = colleague("crm:contacts:read");
        CrmClient editor = colleague("crm:contacts:read", "crm:contacts:write");
        long id = create(crm, JsonObject.of("name", "Mine"));
        String path = VIEWS + "/" + id;

        colleague.get(path).statusCode(404);
        editor.patch(path, JsonObject.of("name", "Theirs")).statusCode(404);
        editor.delete(path).statusCode(404);

        crm.patch(path, JsonObject.of("shared", true)).statusCode(200);

        colleague
                .get(VIEWS)
                .body("items.name", contains("Mine"))
                .body("items.mine", contains(false));
        colleague.patch(path, JsonObject.of("name", "x")).statusCode(403);
        colleague.delete(path).statusCode(403);
        editor.patch(path, JsonObject.of("name", "Ours")).statusCode(200);
    }

    @Test
    void who_may_only_read_keeps_views_for_themselves() {
        CrmClient reader = crm.with("crm:contacts:read");

        reader.post(VIEWS, JsonObject.of("name", "All", "shared", true))
                .statusCode(403)
                .body("code", equalTo("view-not-yours"));
        long id = create(reader, JsonObject.of("name", "My own"));
        reader.patch(VIEWS + "/" + id, JsonObject.of("shared", true)).statusCode(403);
    }

    @Test
    void a_person_has_a_name_once() {
        create(crm, JsonObject.of("name", "Londoners"));
        long other = create(crm, JsonObject.of("name", "Parisians"));

        crm.post(VIEWS, JsonObject.of("name", "londoners"))
                .statusCode(409)
                .body("code", equalTo("view-name-taken"));
        crm.patch(VIEWS + "/" + other, JsonObject.of("name", "LONDONERS")).statusCode(409);
        create(colleague("crm:contacts:read"), JsonObject.of("name", "Londoners"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | name",
                "{\"name\": \"  \"} | 422 | name",
                "{\"name\": \"x\", \"orderBy\": \"password\"} | 422 | orderBy",
                "{\"name\": \"x\", \"orderDir\": \"up\"} | 422 | orderDir",
                "{\"name\": \"x\", \"columns\": [\"password\"]} | 422 | columns",
                "{\"name\": \"x\", \"owner\": \"y\"} | 400 | owner"
            })
    void what_no_list_can_show_is_refused(String body, int status, String field) {
        crm.request()
                .body(body)
                .post(VIEWS)
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
    }

    @Test
    void a_list_with_nothing_in_one_place_is_refused_by_that_place() {
        crm.post(
                        VIEWS,
                        JsonObject.of(
                                "name", "x", "columns", new JsonArray().add("email").addNull()))
                .statusCode(400)
                .body("violations.field", contains("columns[1]"));
    }

    @Test
    void they_are_behind_the_wall() {
        long id = create(crm, JsonObject.of("name", "Mine", "shared", true));
        String path = VIEWS + "/" + id;
        CrmClient other = CrmClient.ofNewOrganization();

        other.get(path).statusCode(404);
        other.patch(path, JsonObject.of("name", "x")).statusCode(404);
        other.delete(path).statusCode(404);
        other.get(VIEWS).body("items.size()", equalTo(0));
        crm.with("crm:companies:read").get(VIEWS).statusCode(403);
        crm.request().auth().none().get(path).then().statusCode(401);
    }

    @Test
    void a_view_that_breaks_a_newer_rule_is_shown_and_can_be_edited() {
        long id = create(crm, JsonObject.of("name", "Old"));
        TestDatabase.execute(
                "update crm.saved_view set order_by = 'shoe', columns = '{email,shoe}' where id = "
                        + id);

        crm.get(VIEWS).statusCode(200).body("items.orderBy", contains("shoe"));
        crm.patch(VIEWS + "/" + id, JsonObject.of("name", "Older"))
                .statusCode(200)
                .body("name", equalTo("Older"))
                .body("columns", contains("email", "shoe"));
        crm.patch(VIEWS + "/" + id, JsonObject.of("orderBy", "hat"))
                .statusCode(422)
                .body("violations.field", contains("orderBy"));
    }

    private CrmClient colleague(String... permissions) {
        return new CrmClient(
                crm.organization(),
                TestTokens.of(
                        "7f6e5d4c-0000-4000-8000-0000000000cc", crm.organization(), permissions));
    }

    private static long create(CrmClient who, JsonObject view) {
        return who.post(VIEWS, view).statusCode(201).extract().jsonPath().getLong("id");
    }
}
