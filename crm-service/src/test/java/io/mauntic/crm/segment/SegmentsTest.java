package io.mauntic.crm.segment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class SegmentsTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void a_new_segment_fills_with_the_contacts_that_fit() {
        long ada = contact("ada", "Berlin");
        contact("grace", "Paris");
        long alan = contact("alan", "BERLIN");

        long segment = segment("Berliners", rule("city", "equals", "berlin"));
        awaitReady(segment);

        crm.get("/api/crm/segments/{id}", segment)
                .statusCode(200)
                .body("name", equalTo("Berliners"))
                .body("members", equalTo(2))
                .body("processed", equalTo(3))
                .body("total", equalTo(3))
                .body("builtAt", notNullValue())
                .body("filter.rules[0].operator", equalTo("equals"));
        crm.get("/api/crm/segments/{id}/contacts", segment)
                .statusCode(200)
                .body("items.id", contains((int) ada, (int) alan))
                .body("items.manually", contains(false, false))
                .body("total", equalTo(2));
        assertThat(
                        EventProbe.await(
                                "crm.events.bulk", crm.organization(), "ContactAddedToSegment", 2))
                .allSatisfy(
                        event ->
                                assertThat(event.data().getString("segmentName"))
                                        .isEqualTo("Berliners"));
        assertThat(
                        EventProbe.await("crm.events.bulk", crm.organization(), "SegmentRebuilt", 1)
                                .getFirst()
                                .data()
                                .getLong("members"))
                .isEqualTo(2);
    }

    @Test
    void a_changed_contact_is_in_or_out_within_a_second() {
        long segment = segment("Berliners", rule("city", "equals", "berlin"));
        awaitReady(segment);

        Instant before = Instant.now();
        long ada = contact("ada", "Berlin");
        assertThat(members(segment)).containsExactly(ada);
        crm.patch("/api/crm/contacts/" + ada, new JsonObject().put("city", "Paris"))
                .statusCode(200);
        assertThat(members(segment)).isEmpty();
        crm.patch("/api/crm/contacts/" + ada, new JsonObject().put("city", "Berlin"))
                .statusCode(200);
        assertThat(members(segment)).containsExactly(ada);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));

        crm.get("/api/crm/segments/{id}", segment).body("members", equalTo(1));
        List<EventProbe.Seen> added =
                EventProbe.await("crm.events", crm.organization(), "ContactAddedToSegment", 2);
        EventProbe.Seen removed =
                EventProbe.await("crm.events", crm.organization(), "ContactRemovedFromSegment", 1)
                        .getFirst();
        assertThat(added).hasSize(2);
        assertThat(removed.key()).isEqualTo(Long.toString(ada));
        assertThat(
                        List.of(
                                revision(added.getFirst()),
                                revision(removed),
                                revision(added.getLast())))
                .isSorted()
                .doesNotHaveDuplicates();
        long ofThePage =
                crm.get("/api/crm/segments/{id}/member-ids", segment)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("revisions[0]");
        assertThat(ofThePage)
                .isGreaterThan(revision(removed))
                .isLessThanOrEqualTo(revision(added.getLast()));
    }

    @Test
    void tags_points_and_custom_values_decide_as_well() {
        long segment =
                segment(
                        "Good ones",
                        rule("tags", "in", new JsonArray().add("vip")),
                        rule("points", "greaterThan", 10),
                        rule("fields.shoe_size", "lessThan", 40));
        awaitReady(segment);
        long ada =
                crm.contact(
                        Map.of(
                                "email",
                                "ada@tags.example",
                                "tags",
                                List.of("VIP"),
                                "points",
                                11,
                                "fields",
                                Map.of("shoe_size", 38)));
        crm.contact(
                Map.of(
                        "email",
                        "grace@tags.example",
                        "tags",
                        List.of("VIP"),
                        "points",
                        11,
                        "fields",
                        Map.of("shoe_size", 41)));

        assertThat(members(segment)).containsExactly(ada);
        crm.post(
                        "/api/crm/contacts/changes",
                        new JsonObject()
                                .put("ids", new JsonArray().add(ada))
                                .put("pointsDelta", -5))
                .statusCode(200);
        assertThat(members(segment)).isEmpty();
    }

    @Test
    void an_edited_filter_rebuilds_and_a_new_name_does_not() {
        contact("ada", "Berlin");
        long grace = contact("grace", "Paris");
        long segment = segment("Somewhere", rule("city", "equals", "berlin"));
        awaitReady(segment);
        String built = crm.get("/api/crm/segments/{id}", segment).extract().path("builtAt");

        crm.patch("/api/crm/segments/" + segment, new JsonObject().put("name", "Renamed"))
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("status", equalTo("ready"))
                .body("builtAt", equalTo(built));

        crm.patch(
                        "/api/crm/segments/" + segment,
                        new JsonObject().put("filter", filter(rule("city", "notEquals", "berlin"))))
                .statusCode(200)
                .body("status", equalTo("building"));
        awaitReady(segment);
        assertThat(members(segment)).containsExactly(grace);
        crm.get("/api/crm/segments/{id}", segment).body("members", equalTo(1));
    }

    @Test
    void what_a_person_decides_survives_every_rebuild() {
        long ada = contact("ada", "Berlin");
        long grace = contact("grace", "Paris");
        long segment = segment("Berliners", rule("city", "equals", "berlin"));
        awaitReady(segment);

        crm.post("/api/crm/segments/" + segment + "/contacts", ids(grace, 999_999_999L))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("members", equalTo(2));
        crm.delete("/api/crm/segments/" + segment + "/contacts?contactId=" + ada).statusCode(204);
        crm.patch(
                        "/api/crm/segments/" + segment,
                        new JsonObject().put("filter", filter(rule("city", "startsWith", "Ber"))))
                .statusCode(200);
        awaitReady(segment);
        crm.patch("/api/crm/contacts/" + ada, new JsonObject().put("city", "Bern")).statusCode(200);
        crm.patch("/api/crm/contacts/" + grace, new JsonObject().put("city", "Rome"))
                .statusCode(200);

        assertThat(members(segment)).containsExactly(grace);
        crm.get("/api/crm/segments/{id}/contacts", segment)
                .body("items[0].manually", equalTo(true));
        assertThat(
                        EventProbe.await(
                                        "crm.events",
                                        crm.organization(),
                                        "ContactAddedToSegment",
                                        1)
                                .getFirst()
                                .data()
                                .getBoolean("manually"))
                .isTrue();
    }

    @Test
    void without_rules_members_come_by_hand_only() {
        long ada = contact("ada", "Berlin");
        long segment =
                crm.post("/api/crm/segments", new JsonObject().put("name", "Picked"))
                        .statusCode(201)
                        .body("filter.match", equalTo("all"))
                        .extract()
                        .jsonPath()
                        .getLong("id");
        awaitReady(segment);
        assertThat(members(segment)).isEmpty();
        crm.post("/api/crm/segments/" + segment + "/contacts", ids(ada)).statusCode(200);
        assertThat(members(segment)).containsExactly(ada);
    }

    @Test
    void an_erased_contact_is_a_member_no_more() {
        long ada = contact("ada", "Berlin");
        long segment = segment("Berliners", rule("city", "equals", "berlin"));
        awaitReady(segment);
        crm.delete("/api/crm/contacts/" + ada).statusCode(204);

        crm.get("/api/crm/segments/{id}", segment).body("members", equalTo(0));
        assertThat(members(segment)).isEmpty();
    }

    @Test
    void a_deleted_segment_is_gone_at_once_and_its_members_leave() {
        long ada = contact("ada", "Berlin");
        long segment = segment("Berliners", rule("city", "equals", "berlin"));
        awaitReady(segment);

        crm.delete("/api/crm/segments/" + segment).statusCode(204);

        crm.get("/api/crm/segments/{id}", segment).statusCode(404);
        crm.delete("/api/crm/segments/" + segment).statusCode(404);
        assertThat(EventProbe.await("crm.events", crm.organization(), "SegmentDeleted", 1))
                .hasSize(1);
        assertThat(
                        EventProbe.await(
                                        "crm.events.bulk",
                                        crm.organization(),
                                        "ContactRemovedFromSegment",
                                        1)
                                .getFirst()
                                .key())
                .isEqualTo(Long.toString(ada));
        Eventually.until(
                "nothing is left of the segment",
                () ->
                        TestDatabase.number(
                                        "select count(*) from crm.segment where id = " + segment)
                                == 0);
    }

    @Test
    void the_ids_of_members_are_read_piece_by_piece() {
        long ada = contact("ada", "Berlin");
        long alan = contact("alan", "Berlin");
        long grace = contact("grace", "Berlin");
        long segment = segment("Berliners", rule("city", "equals", "berlin"));
        awaitReady(segment);

        String cursor =
                crm.get("/api/crm/segments/{id}/member-ids?limit=2", segment)
                        .statusCode(200)
                        .body("ids", contains((int) ada, (int) alan))
                        .extract()
                        .path("nextCursor");
        crm.get("/api/crm/segments/{id}/member-ids?limit=2&cursor={cursor}", segment, cursor)
                .body("ids", contains((int) grace))
                .body("nextCursor", nullValue());
        crm.get("/api/crm/segments/{id}/member-ids?cursor=nonsense", segment).statusCode(422);
    }

    @Test
    void a_preview_counts_without_storing() {
        contact("ada", "Berlin");
        contact("grace", "Paris");

        crm.post(
                        "/api/crm/segments/preview",
                        new JsonObject()
                                .put(
                                        "filter",
                                        filter(
                                                rule(
                                                        "city",
                                                        "in",
                                                        new JsonArray().add("paris").add("rome")))))
                .statusCode(200)
                .body("count", equalTo(1))
                .body("examples.email", contains("grace@segments.example"));
        crm.get("/api/crm/segments").body("total", equalTo(0));
    }

    @Test
    void segments_are_found_sorted_and_paged() {
        segment("Zebra", rule("city", "empty", null));
        segment("Apple", rule("city", "empty", null));
        segment("apricot", rule("city", "empty", null));

        crm.get("/api/crm/segments").body("items.name", contains("Apple", "apricot", "Zebra"));
        crm.get("/api/crm/segments?search=AP&orderBy=createdAt&orderDir=desc")
                .body("items.name", contains("apricot", "Apple"));
        String cursor =
                crm.get("/api/crm/segments?limit=2")
                        .body("totalPages", equalTo(2))
                        .extract()
                        .path("nextCursor");
        crm.get("/api/crm/segments?limit=2&cursor=" + cursor)
                .body("items.name", contains("Zebra"))
                .body("nextCursor", nullValue());
        crm.get("/api/crm/segments?orderBy=name;drop")
                .statusCode(422)
                .body("violations.field", contains("orderBy"));
    }

    @Test
    void what_does_not_fit_is_named_by_its_place() {
        crm.post(
                        "/api/crm/segments",
                        new JsonObject()
                                .put("name", "x")
                                .put(
                                        "filter",
                                        filter(
                                                rule("city", "empty", null),
                                                rule("points", "contains", "1"))))
                .statusCode(422)
                .body("violations.field", contains("filter.rules[1].operator"));
        crm.post("/api/crm/segments", new JsonObject().put("name", " ").put("filter", filter()))
                .statusCode(422)
                .body("violations.field", hasItem("name"));
        crm.post("/api/crm/segments", new JsonObject().put("name", "x").put("glue", "or"))
                .statusCode(400);
        crm.request().body("{").post("/api/crm/segments").then().statusCode(400);
        crm.request()
                .body("{\"name\": \"x\", \"filter\": 5}")
                .post("/api/crm/segments")
                .then()
                .statusCode(400);
    }

    @Test
    void a_repeated_request_makes_one_segment() {
        for (int i = 0; i < 2; i++) {
            crm.request()
                    .header("Idempotency-Key", "one")
                    .body("{\"name\": \"Once\"}")
                    .post("/api/crm/segments")
                    .then()
                    .statusCode(201);
        }
        crm.get("/api/crm/segments").body("total", equalTo(1));
    }

    @Test
    void the_stream_of_a_build_ends_with_the_build() {
        contact("ada", "Berlin");
        long segment = segment("Berliners", rule("city", "equals", "berlin"));

        String events =
                given().auth()
                        .oauth2(crm.token())
                        .get("/api/crm/segments/{id}/events", segment)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(events).contains("event:progress").contains("\"status\":\"ready\"");
    }

    @Test
    void nobody_else_sees_a_segment() {
        long ada = contact("ada", "Berlin");
        long segment = segment("Berliners", rule("city", "equals", "berlin"));
        CrmClient other = CrmClient.ofNewOrganization();
        CrmClient reader = crm.with("crm:segments:read");
        CrmClient nobody = crm.with();

        for (String path : List.of("", "/contacts", "/member-ids", "/events")) {
            other.get("/api/crm/segments/" + segment + path).statusCode(404);
            nobody.get("/api/crm/segments/" + segment + path).statusCode(403);
            given().get("/api/crm/segments/" + segment + path).then().statusCode(401);
        }
        other.patch("/api/crm/segments/" + segment, new JsonObject().put("name", "Mine"))
                .statusCode(404);
        other.patch(
                        "/api/crm/segments/" + segment,
                        new JsonObject().put("filter", filter(rule("city", "empty", null))))
                .statusCode(404);
        other.delete("/api/crm/segments/" + segment).statusCode(404);
        other.post("/api/crm/segments/" + segment + "/contacts", ids(ada)).statusCode(404);
        other.delete("/api/crm/segments/" + segment + "/contacts?contactId=" + ada).statusCode(404);
        reader.post("/api/crm/segments", new JsonObject().put("name", "x")).statusCode(403);
        reader.patch("/api/crm/segments/" + segment, new JsonObject().put("name", "x"))
                .statusCode(403);
        reader.delete("/api/crm/segments/" + segment).statusCode(403);
        reader.post("/api/crm/segments/" + segment + "/contacts", ids(ada)).statusCode(403);
        nobody.get("/api/crm/segments").statusCode(403);
        nobody.post("/api/crm/segments/preview", new JsonObject().put("filter", filter()))
                .statusCode(403);
        given().get("/api/crm/segments").then().statusCode(401);
        crm.get("/api/crm/segments/0").statusCode(404);
    }

    @Test
    void a_segment_that_breaks_a_newer_rule_works_and_can_be_edited() {
        JsonObject old = rule("city", "in", new JsonArray().add("Berlin").add("x".repeat(300)));
        long segment = segment("Old", rule("city", "in", new JsonArray().add("Berlin")));
        awaitReady(segment);
        TestDatabase.execute(
                "update crm.segment set name = repeat('n', 150), filter = '%s' where id = %d"
                        .formatted(filter(old).encode(), segment));

        long ada = contact("ada", "Berlin");
        assertThat(members(segment)).containsExactly(ada);
        crm.patch("/api/crm/segments/" + segment, new JsonObject().put("description", "Kept"))
                .statusCode(200)
                .body("name", equalTo("n".repeat(150)))
                .body("description", equalTo("Kept"));
        crm.patch(
                        "/api/crm/segments/" + segment,
                        new JsonObject().put("filter", filter(old, rule("city", "empty", null))))
                .statusCode(422)
                .body("violations.field", contains("filter.rules[0].value"));
    }

    @Test
    void a_stored_filter_that_cannot_be_understood_holds_up_no_other() {
        long broken = segment("Broken", rule("city", "equals", "Berlin"));
        long segment = segment("Berliners", rule("city", "equals", "Berlin"));
        awaitReady(broken);
        awaitReady(segment);
        TestDatabase.execute(
                "update crm.segment set filter = replace(filter::text, 'equals', 'resembles')::jsonb where id = "
                        + broken);

        long ada = contact("ada", "Berlin");
        assertThat(members(segment)).containsExactly(ada);
        crm.get("/api/crm/segments/{id}", broken).statusCode(200).body("members", equalTo(0));
        String page = crm.get("/ui/crm/segments/{id}", broken).statusCode(200).extract().asString();
        assertThat(page).contains("One of these rules cannot be understood");
        crm.patch("/api/crm/segments/" + broken, new JsonObject().put("name", "Still broken"))
                .statusCode(200);
        assertThat(
                        TestDatabase.value(
                                "select mentions::text from crm.segment where id = " + broken))
                .isEqualTo("{city}");
        crm.patch(
                        "/api/crm/segments/" + broken,
                        new JsonObject().put("filter", filter(rule("city", "equals", "Berlin"))))
                .statusCode(200);
        awaitReady(broken);
        assertThat(members(broken)).containsExactly(ada);
        TestDatabase.execute(
                "update crm.segment set filter = replace(filter::text, 'equals', 'resembles')::jsonb where id = "
                        + broken);
        crm.delete("/api/crm/segments/" + broken).statusCode(204);
        Eventually.until(
                "the deleted segment is erased",
                () ->
                        TestDatabase.number("select count(*) from crm.segment where id = " + broken)
                                == 0);
    }

    private long contact(String name, String city) {
        return crm.contact(
                Map.of("firstname", name, "email", name + "@segments.example", "city", city));
    }

    private long segment(String name, JsonObject... rules) {
        return crm.post(
                        "/api/crm/segments",
                        new JsonObject().put("name", name).put("filter", filter(rules)))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void awaitReady(long segment) {
        Eventually.until(
                "segment is built",
                () ->
                        crm.get("/api/crm/segments/{id}", segment)
                                .extract()
                                .path("status")
                                .equals("ready"));
    }

    private List<Long> members(long segment) {
        return crm.get("/api/crm/segments/{id}/member-ids", segment)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("ids", Long.class);
    }

    private static JsonObject filter(JsonObject... rules) {
        return new JsonObject().put("match", "all").put("rules", new JsonArray(List.of(rules)));
    }

    private static JsonObject rule(String field, String operator, Object value) {
        JsonObject rule = new JsonObject().put("field", field).put("operator", operator);
        return value == null ? rule : rule.put("value", value);
    }

    private static JsonObject ids(long... ids) {
        JsonArray array = new JsonArray();
        for (long id : ids) {
            array.add(id);
        }
        return new JsonObject().put("contactIds", array);
    }

    private static long revision(EventProbe.Seen event) {
        return event.data().getLong("revision");
    }
}
