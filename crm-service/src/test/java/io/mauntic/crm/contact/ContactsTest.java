package io.mauntic.crm.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithComponents
class ContactsTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void a_contact_is_created_whole_and_told() {
        JsonObject ada =
                new JsonObject(
                        """
                        {"firstname": " Ada ", "lastname": "Lovelace", "email": "Ada@Lovelace.example", "phone": "+44 20 7946 0000",
                         "company": "Analytical Engines", "position": "Programmer", "country": "United Kingdom", "city": "London",
                         "points": 5, "stage": "lead", "tags": ["vip", "early", "vip"],
                         "fields": {"shoe_size": 38.5, "likes": "engines", "member": true}}
                        """);

        long id =
                crm.post("/api/crm/contacts", ada)
                        .statusCode(201)
                        .body("firstname", equalTo("Ada"))
                        .body("email", equalTo("ada@lovelace.example"))
                        .body("phone", equalTo("+44 20 7946 0000"))
                        .body("tags", contains("early", "vip"))
                        .body("fields.shoe_size", equalTo(38.5f))
                        .body("fields.member", equalTo(true))
                        .body("points", equalTo(5))
                        .body("stage", equalTo("lead"))
                        .body("doNotContact", empty())
                        .extract()
                        .jsonPath()
                        .getLong("id");

        crm.get("/api/crm/contacts/" + id)
                .statusCode(200)
                .body("lastname", equalTo("Lovelace"))
                .body("position", equalTo("Programmer"))
                .body("city", equalTo("London"))
                .body("country", equalTo("United Kingdom"))
                .body("company", equalTo("Analytical Engines"));
        EventProbe.Seen created =
                EventProbe.await("crm.events", crm.organization(), "ContactCreated", 1).getFirst();
        assertThat(created.key()).isEqualTo(Long.toString(id));
        assertThat(created.data().getLong("contactId")).isEqualTo(id);
        assertThat(created.data().getString("email")).isEqualTo("ada@lovelace.example");
        assertThat(created.data().getString("source")).isEqualTo("api");
        assertThat(
                        EventProbe.await("crm.events", crm.organization(), "CompanyCreated", 1)
                                .getFirst()
                                .data()
                                .getString("name"))
                .isEqualTo("Analytical Engines");
    }

    @Test
    void an_address_belongs_to_one_contact_whose_id_the_refusal_names() {
        long ada = crm.contact(Map.of("email", "ada@lovelace.example"));

        crm.post("/api/crm/contacts", JsonObject.of("email", "ADA@lovelace.example"))
                .statusCode(409)
                .body("code", equalTo("email-address-taken"))
                .body("contactId", equalTo((int) ada))
                .body(
                        "detail",
                        equalTo("ada@lovelace.example belongs to contact " + ada + " already."))
                .body("violations.field", contains("email"));
    }

    @Test
    void of_200_requests_at_once_with_one_address_exactly_one_creates_the_contact()
            throws Exception {
        Callable<Integer> create =
                () ->
                        crm.post("/api/crm/contacts", JsonObject.of("email", "race@example.com"))
                                .extract()
                                .statusCode();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(40)) {
            statuses =
                    threads.invokeAll(Stream.generate(() -> create).limit(200).toList()).stream()
                            .map(ContactsTest::outcome)
                            .toList();
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(199);
        crm.get("/api/crm/contacts?search=race@example.com").body("total", equalTo(1));
    }

    @Test
    void a_request_repeated_with_its_idempotency_key_creates_once() {
        Callable<Long> create =
                () ->
                        crm.request()
                                .header("Idempotency-Key", "import-7")
                                .body("{\"firstname\": \"Grace\"}")
                                .post("/api/crm/contacts")
                                .then()
                                .statusCode(201)
                                .extract()
                                .jsonPath()
                                .getLong("id");
        try {
            assertThat(create.call()).isEqualTo(create.call());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
        crm.get("/api/crm/contacts").body("total", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"email\": \"not an address\"} | 422 | email",
                "{\"phone\": \"call me\"} | 422 | phone",
                "{\"points\": 2000000000} | 422 | points",
                "{\"fields\": {\"shoe size\": 38}} | 422 | fields",
                "{\"fields\": {\"size\": [1, 2]}} | 422 | fields.size",
                "{\"nickname\": \"Ada\"} | 400 | nickname",
                "{\"points\": \"many\"} | 400 | points",
            })
    void a_value_that_cannot_be_is_refused_by_its_name(String body, int status, String field) {
        crm.request()
                .body(body)
                .post("/api/crm/contacts")
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
        crm.get("/api/crm/contacts").body("total", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"tags\": {}}", "{\"tags\": \"vip\"}"})
    void what_is_not_the_json_of_a_contact_is_a_bad_request(String body) {
        crm.request()
                .body(body)
                .post("/api/crm/contacts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void hostile_values_are_kept_as_they_are_and_harm_nothing() {
        String script = "<script>alert('x')</script>";
        String sql = "'); drop table contact; --";
        long id =
                crm.contact(
                        Map.of(
                                "firstname",
                                script,
                                "lastname",
                                sql,
                                "company",
                                "{{7*7}} ${7*7}",
                                "tags",
                                List.of(script, " ")));

        crm.get("/api/crm/contacts/" + id)
                .statusCode(200)
                .body("firstname", equalTo(script))
                .body("lastname", equalTo(sql))
                .body("company", equalTo("{{7*7}} ${7*7}"))
                .body("tags", contains(script));
        crm.get("/api/crm/contacts?search={search}", sql)
                .statusCode(200)
                .body("items.id", contains((int) id));
        crm.get("/api/crm/contacts?search={search}", "%_\\")
                .statusCode(200)
                .body("total", equalTo(0));
        crm.get("/api/crm/contacts?search={search}", "\u0000")
                .statusCode(200)
                .body("total", equalTo(1));
        crm.post(
                        "/api/crm/contacts",
                        JsonObject.of(
                                "firstname",
                                "a\u0000b\u0007",
                                "fields",
                                JsonObject.of("x", "\u0000", "y", "z\u0000")))
                .statusCode(201)
                .body("firstname", equalTo("ab"))
                .body("fields", equalTo(Map.of("y", "z")));
        crm.request()
                .body("{\"firstname\": \"\\ud800Ada\", \"fields\": {\"x\": \"\\udfff!\"}}")
                .post("/api/crm/contacts")
                .then()
                .statusCode(201)
                .body("firstname", equalTo("Ada"))
                .body("fields.x", equalTo("!"));
    }

    @Test
    void a_merge_patch_changes_what_it_names_and_tells_each_change() {
        long id =
                crm.contact(
                        Map.of(
                                "firstname",
                                "Ada",
                                "city",
                                "London",
                                "points",
                                10,
                                "stage",
                                "lead",
                                "tags",
                                List.of("a", "b"),
                                "fields",
                                Map.of("size", 38, "likes", "tea")));

        crm.patch(
                        "/api/crm/contacts/" + id,
                        new JsonObject()
                                .put("lastname", "Lovelace")
                                .putNull("city")
                                .put("points", 25)
                                .put("stage", "customer")
                                .put("tags", JsonArray.of("b", "c"))
                                .put("fields", new JsonObject().put("size", 39).putNull("likes")))
                .statusCode(200)
                .body("firstname", equalTo("Ada"))
                .body("lastname", equalTo("Lovelace"))
                .body("city", nullValue())
                .body("points", equalTo(25))
                .body("stage", equalTo("customer"))
                .body("tags", contains("b", "c"))
                .body("fields", equalTo(Map.of("size", 39)));

        assertThat(only("ContactUpdated"))
                .isEqualTo(
                        new JsonObject()
                                .put("contactId", id)
                                .put(
                                        "changed",
                                        new JsonObject()
                                                .put("lastname", "Lovelace")
                                                .putNull("city")
                                                .put("fields.size", 39)
                                                .putNull("fields.likes"))
                                .put("source", "api"));
        assertThat(only("TagsChanged"))
                .isEqualTo(
                        JsonObject.of(
                                "contactId",
                                id,
                                "added",
                                JsonArray.of("c"),
                                "removed",
                                JsonArray.of("a")));
        assertThat(only("PointsAwarded"))
                .isEqualTo(JsonObject.of("contactId", id, "delta", 15, "points", 25));
        assertThat(only("StageChanged"))
                .isEqualTo(JsonObject.of("contactId", id, "from", "lead", "to", "customer"));
    }

    @Test
    void a_patch_that_changes_nothing_tells_nothing() {
        long id = crm.contact(Map.of("firstname", "Ada"));

        crm.patch("/api/crm/contacts/" + id, JsonObject.of("firstname", "Ada")).statusCode(200);
        crm.patch("/api/crm/contacts/" + id, JsonObject.of("city", "London")).statusCode(200);

        assertThat(only("ContactUpdated").getJsonObject("changed"))
                .isEqualTo(JsonObject.of("city", "London"));
    }

    @Test
    void a_patch_is_refused_like_a_new_contact() {
        crm.contact(Map.of("email", "ada@lovelace.example"));
        long grace = crm.contact(Map.of("email", "grace@hopper.example"));
        String path = "/api/crm/contacts/" + grace;

        crm.patch(path, JsonObject.of("email", "ada@lovelace.example"))
                .statusCode(409)
                .body("code", equalTo("email-address-taken"));
        crm.patch(path, JsonObject.of("nickname", "G"))
                .statusCode(400)
                .body("violations.field", contains("nickname"));
        crm.patch(path, JsonObject.of("email", "nobody"))
                .statusCode(422)
                .body("violations.field", contains("email"));
        crm.patch(path, JsonObject.of("id", 1)).statusCode(400);
        crm.request()
                .contentType("application/merge-patch+json")
                .body("[1]")
                .patch(path)
                .then()
                .statusCode(422);
        crm.get(path).body("email", equalTo("grace@hopper.example"));
    }

    @Test
    void plain_json_is_accepted_as_a_patch() {
        long id = crm.contact(Map.of("firstname", "Ada"));

        crm.request()
                .body("{\"city\": \"London\"}")
                .patch("/api/crm/contacts/" + id)
                .then()
                .statusCode(200)
                .body("city", equalTo("London"));
    }

    @Test
    void a_deleted_contact_is_erased_everywhere_and_told() {
        long id = crm.contact(Map.of("email", "ada@lovelace.example"));
        crm.post("/api/crm/contacts/" + id + "/do-not-contact", JsonObject.of()).statusCode(201);
        EventProbe.await("crm.events", crm.organization(), "DoNotContactAdded", 1);

        crm.delete("/api/crm/contacts/" + id).statusCode(204);

        crm.get("/api/crm/contacts/" + id).statusCode(404);
        crm.delete("/api/crm/contacts/" + id).statusCode(404);
        crm.get("/api/crm/contacts/" + id + "/timeline").statusCode(404);
        assertThat(only("ContactDeleted")).isEqualTo(JsonObject.of("contactId", id));
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.do_not_contact where contact_id = " + id))
                .isZero();
        assertThat(crm.contact(Map.of("email", "ada@lovelace.example"))).isNotEqualTo(id);
    }

    @Test
    void lookup_answers_those_that_exist_with_their_consent() {
        long ada =
                crm.contact(
                        Map.of(
                                "email",
                                "ada@lovelace.example",
                                "tags",
                                List.of("vip"),
                                "fields",
                                Map.of("size", 38)));
        long grace = crm.contact(Map.of("firstname", "Grace"));
        crm.post(
                        "/api/crm/contacts/" + grace + "/do-not-contact",
                        JsonObject.of("channel", "email"))
                .statusCode(201);

        crm.post(
                        "/api/crm/contacts/lookup",
                        JsonObject.of("ids", JsonArray.of(grace, 4_711_000_000L, ada)))
                .statusCode(200)
                .body("items.id", contains((int) Math.min(ada, grace), (int) Math.max(ada, grace)))
                .body("items.find { it.id == %d }.tags".formatted(ada), contains("vip"))
                .body("items.find { it.id == %d }.fields".formatted(ada), hasEntry("size", 38))
                .body(
                        "items.find { it.id == %d }.doNotContact".formatted(grace),
                        contains("email"));
        JsonArray tooMany = new JsonArray();
        for (int i = 1; i <= 1001; i++) {
            tooMany.add(i);
        }
        crm.post("/api/crm/contacts/lookup", JsonObject.of("ids", tooMany)).statusCode(422);
    }

    @Test
    void many_contacts_change_in_one_request() {
        long ada = crm.contact(Map.of("tags", List.of("old", "kept")));
        long grace = crm.contact(Map.of("tags", List.of("new")));

        crm.post(
                        "/api/crm/contacts/changes",
                        JsonObject.of(
                                "ids", JsonArray.of(ada, grace, 4_711_000_000L),
                                "addTags", JsonArray.of("new"),
                                "removeTags", JsonArray.of("old")))
                .statusCode(200)
                .body("changed", equalTo(1));

        crm.get("/api/crm/contacts/" + ada).body("tags", contains("kept", "new"));
        assertThat(only("TagsChanged"))
                .isEqualTo(
                        JsonObject.of(
                                "contactId",
                                ada,
                                "added",
                                JsonArray.of("new"),
                                "removed",
                                JsonArray.of("old")));
        crm.get("/api/crm/tags").body("items.name", contains("kept", "new", "old"));
        crm.get("/api/crm/tags?search=E").body("items.name", contains("kept", "new"));
        crm.get("/api/crm/tags?limit=1")
                .body("nextCursor", containsString(""))
                .body("total", equalTo(3));
    }

    @Test
    void who_may_not_is_refused_and_another_organization_sees_nothing() {
        long id = crm.contact(Map.of("email", "ada@lovelace.example"));
        String path = "/api/crm/contacts/" + id;
        CrmClient other = CrmClient.ofNewOrganization();

        given().get(path).then().statusCode(401);
        CrmClient reader = crm.with("crm:contacts:read");
        reader.get(path).statusCode(200);
        reader.post("/api/crm/contacts", JsonObject.of()).statusCode(403);
        reader.patch(path, JsonObject.of()).statusCode(403);
        reader.delete(path).statusCode(403);
        reader.post("/api/crm/contacts/changes", JsonObject.of("ids", JsonArray.of(id)))
                .statusCode(403);
        crm.with("crm:companies:read").get(path).statusCode(403);
        crm.with("crm:companies:read").get("/api/crm/tags").statusCode(403);
        other.get(path).statusCode(404);
        other.patch(path, JsonObject.of("city", "x")).statusCode(404);
        other.delete(path).statusCode(404);
        other.post("/api/crm/contacts/lookup", JsonObject.of("ids", JsonArray.of(id)))
                .body("items", empty());
        other.get("/api/crm/contacts").body("total", equalTo(0));
        other.contact(Map.of("email", "ada@lovelace.example"));
    }

    private JsonObject only(String type) {
        List<EventProbe.Seen> seen = EventProbe.await("crm.events", crm.organization(), type, 1);
        assertThat(seen).hasSize(1);
        return seen.getFirst().data();
    }

    private static int outcome(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void a_contact_that_breaks_a_newer_rule_is_shown_and_can_be_edited() {
        long id = crm.contact(Map.of("firstname", "Ada"));
        TestDatabase.execute(
                """
                update crm.contact set phone = 'none yet', lastname = repeat('x', 300), fields = '{"0 old name": "kept"}',
                    tags = array(select 'tag ' || n from generate_series(1, 150) as n) where id = %d
                """
                        .formatted(id));
        String path = "/api/crm/contacts/" + id;

        crm.get(path).statusCode(200).body("phone", equalTo("none yet"));
        crm.patch(path, JsonObject.of("city", "London"))
                .statusCode(200)
                .body("city", equalTo("London"))
                .body("phone", equalTo("none yet"))
                .body("tags", hasSize(150));
        crm.patch(path, JsonObject.of("fields", JsonObject.of("new_name", "new"), "points", 1))
                .statusCode(200)
                .body("fields", equalTo(Map.of("0 old name", "kept", "new_name", "new")));
        crm.patch(path, JsonObject.of("phone", "none at all"))
                .statusCode(422)
                .body("violations.field", contains("phone"));
        crm.patch(path, JsonObject.of("phone", "+44 20 7946 0018")).statusCode(200);
    }

    @Test
    void a_tag_without_a_name_is_refused_wherever_it_comes_from() {
        long id = crm.contact(Map.of("firstname", "Ada"));
        JsonArray tags = new JsonArray().add("a").addNull();

        crm.post(
                        "/api/crm/contacts/changes",
                        JsonObject.of("ids", JsonArray.of(id), "addTags", tags))
                .statusCode(400)
                .body("violations.field", contains("addTags[1]"));
        crm.post("/api/crm/contacts", JsonObject.of("firstname", "Bob", "tags", tags))
                .statusCode(400)
                .body("violations.field", contains("tags[1]"));
        crm.patch("/api/crm/contacts/" + id, JsonObject.of("tags", tags))
                .statusCode(400)
                .body("violations.field", contains("tags[1]"));
    }

    @Test
    void tags_that_do_not_fit_are_left_out_and_those_that_are_there_stay() {
        JsonArray hundred = new JsonArray();
        for (int n = 100; n < 199; n++) {
            hundred.add("tag " + n);
        }
        long id = crm.contact(Map.of("firstname", "Ada", "tags", hundred.getList()));

        crm.post(
                        "/api/crm/contacts/changes",
                        JsonObject.of("ids", JsonArray.of(id), "addTags", JsonArray.of("a", "b")))
                .statusCode(200);

        crm.get("/api/crm/contacts/" + id)
                .body("tags", hasSize(100))
                .body("tags", hasItems("a", "tag 100", "tag 198"))
                .body("tags", not(hasItem("b")));
        assertThat(
                        TestDatabase.value(
                                "select count(*) from jsonb_object_keys(crm.contact_fields((select jsonb_object_agg('f' || n, n) from generate_series(1, 99) as n), '{\"a\": 1, \"b\": 2, \"f1\": 3}'))"))
                .isEqualTo("100");
    }
}
