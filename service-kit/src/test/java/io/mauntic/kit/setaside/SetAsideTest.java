package io.mauntic.kit.setaside;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What failed for good is seen, set going again and dismissed by its own organization alone. */
@QuarkusTest
@WithComponents
class SetAsideTest {

    private static final String ADMINISTRATOR = "identity:organization:write";

    @Inject UnitOfWork unitOfWork;
    @Inject SetAside setAside;

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void an_event_that_cannot_be_handled_is_set_aside_and_its_neighbours_are_handled() {
        EventProbe.publish("kit", organization, "NoteHeard", 1, JsonObject.of("text", "before"));
        UUID poison = hear("poison");
        EventProbe.publish("kit", organization, "NoteHeard", 1, JsonObject.of("text", "after"));

        Eventually.until(
                "the neighbours are handled",
                () -> notes("echo: before") + notes("echo: after") == 2);
        Eventually.until("it is set aside", () -> held("event") == 1);
        asAdministrator()
                .get("/api/kit/set-aside")
                .then()
                .statusCode(200)
                .body("items.subject", contains(poison.toString()))
                .body("items.cause", contains("IllegalArgumentException: poison"))
                .body("items.attempts", contains(2));
        assertThat(EventProbe.await("kit.events.dlq", organization, "NoteHeard", 1))
                .extracting(EventProbe.Seen::id)
                .containsExactly(poison);
    }

    @Test
    void an_event_is_replayed_to_this_service_once() {
        hear("poison");
        Eventually.until("it is set aside", () -> held("event") == 1);
        cure();
        int id = newest();

        asAdministrator().post("/api/kit/set-aside/{id}/retry", id).then().statusCode(204);

        Eventually.until("it is handled", () -> notes("echo: cured") == 1);
        assertThat(held("event")).isZero();
        asAdministrator().post("/api/kit/set-aside/{id}/retry", id).then().statusCode(404);
        asAdministrator().get("/api/kit/set-aside/{id}", id).then().statusCode(404);
    }

    @Test
    void an_event_that_was_buried_is_not_handled_when_it_is_delivered_again() {
        UUID id = hear("poison");
        Eventually.until("it is set aside", () -> held("event") == 1);

        EventProbe.publish(
                id, "kit.events", organization, "NoteHeard", 1, JsonObject.of("text", "again"));
        EventProbe.publish("kit", organization, "NoteHeard", 1, JsonObject.of("text", "after"));

        Eventually.until("the next is handled", () -> notes("echo: after") == 1);
        assertThat(notes("echo: again")).isZero();
        assertThat(held("event")).isEqualTo(1);
    }

    @Test
    void an_event_with_a_null_character_is_set_aside_too() {
        EventProbe.publish(
                "kit", organization, "NoteHeard", 1, JsonObject.of("text", "nul \0 character"));

        Eventually.until("it is set aside", () -> held("event") == 1);
        asAdministrator()
                .get("/api/kit/set-aside/{id}", newest())
                .then()
                .body("payload.data.text", equalTo("nul \0 character"))
                .body(
                        "cause",
                        equalTo(
                                "The database refused it: invalid byte sequence for encoding \"UTF8\": 0x00 (22021)"));
    }

    @Test
    void lists_are_filtered_by_kind_and_count_by_kind() {
        put("note", "a", "b", "c");
        put("odd", "d");

        asAdministrator()
                .queryParam("limit", 2)
                .queryParam("kind", "note")
                .get("/api/kit/set-aside")
                .then()
                .statusCode(200)
                .body("items.subject", contains("c", "b"))
                .body("items.payload", contains(null, null))
                .body("total", equalTo(3))
                .body("totalPages", equalTo(2))
                .body("kinds.kind", contains("note", "odd"))
                .body("kinds.total", contains(3, 1));
        String cursor =
                asAdministrator()
                        .queryParam("limit", 3)
                        .get("/api/kit/set-aside")
                        .then()
                        .body("items.subject", contains("d", "c", "b"))
                        .extract()
                        .path("nextCursor");
        asAdministrator()
                .queryParam("cursor", cursor)
                .get("/api/kit/set-aside")
                .then()
                .body("items.subject", contains("a"));
    }

    @Test
    void the_same_work_set_aside_twice_is_there_once_with_its_last_cause() {
        put("note", "a");
        put("note", "b");
        put("note", "a");

        asAdministrator()
                .get("/api/kit/set-aside")
                .then()
                .body("items.subject", contains("a", "b"));
    }

    @Test
    void all_of_a_kind_are_set_going_in_batches_and_what_fails_again_stays_with_its_cause() {
        put("odd", "other kind");
        put("note", IntStream.range(0, 900).mapToObj(i -> "n" + i).toArray(String[]::new));
        put("note", "poison");
        put("note", IntStream.range(900, 1200).mapToObj(i -> "n" + i).toArray(String[]::new));

        asAdministrator()
                .contentType("application/json")
                .body("{\"kind\": \"note\"}")
                .post("/api/kit/set-aside/retry")
                .then()
                .statusCode(202);

        Eventually.until("it is done", () -> asked() == 0);
        assertThat(
                        TestDatabase.number(
                                "select count(distinct text) from kit.note where text like 'restored: n%' and organization_id = "
                                        + organization))
                .isEqualTo(1200);
        asAdministrator()
                .get("/api/kit/set-aside")
                .then()
                .body("items.subject", contains("poison", "other kind"))
                .body(
                        "items.cause",
                        contains("IllegalArgumentException: poison", "it did not work"));
    }

    @Test
    void what_cannot_be_set_going_stays_and_the_answer_says_why() {
        put("note", "poison");

        asAdministrator()
                .post("/api/kit/set-aside/{id}/retry", newest())
                .then()
                .statusCode(409)
                .body("code", equalTo("not-set-going"))
                .body("detail", containsString("poison"));

        assertThat(held("note")).isEqualTo(1);
    }

    @Test
    void what_is_dismissed_is_gone() {
        put("note", "a");
        int id = newest();

        asAdministrator().delete("/api/kit/set-aside/{id}", id).then().statusCode(204);

        asAdministrator().delete("/api/kit/set-aside/{id}", id).then().statusCode(404);
        asAdministrator().get("/api/kit/set-aside").then().body("items", empty());
    }

    @Test
    void another_organization_sees_nothing_and_gets_404() {
        put("note", "a");
        int id = newest();
        String other = TestTokens.of(TestOrganizations.next(), ADMINISTRATOR);

        with(other).get("/api/kit/set-aside").then().statusCode(200).body("items", empty());
        with(other).get("/api/kit/set-aside/{id}", id).then().statusCode(404);
        with(other).post("/api/kit/set-aside/{id}/retry", id).then().statusCode(404);
        with(other).delete("/api/kit/set-aside/{id}", id).then().statusCode(404);
        with(other)
                .contentType("application/json")
                .body("{\"kind\": \"note\"}")
                .post("/api/kit/set-aside/retry")
                .then()
                .statusCode(202);

        assertThat(held("note")).isEqualTo(1);
        assertThat(asked()).isZero();
    }

    @Test
    void whoever_is_no_administrator_is_refused() {
        String reader = TestTokens.of(organization, "kit:notes:read");

        given().get("/api/kit/set-aside").then().statusCode(401);
        with(reader).get("/api/kit/set-aside").then().statusCode(403);
        with(reader).post("/api/kit/set-aside/1/retry").then().statusCode(403);
    }

    @Test
    void a_retry_of_no_kind_is_refused() {
        asAdministrator()
                .contentType("application/json")
                .body("{}")
                .post("/api/kit/set-aside/retry")
                .then()
                .statusCode(422)
                .body("violations", hasSize(1));
    }

    private UUID hear(String text) {
        return EventProbe.publish("kit", organization, "NoteHeard", 1, JsonObject.of("text", text));
    }

    private void cure() {
        TestDatabase.execute(
                "update kit.set_aside set payload = replace(payload::text, 'poison', 'cured')::json where organization_id = "
                        + organization);
    }

    private void put(String kind, String... subjects) {
        List<SetAside.Item> items =
                List.of(subjects).stream()
                        .map(
                                subject ->
                                        new SetAside.Item(
                                                kind,
                                                subject,
                                                "it did not work",
                                                8,
                                                JsonObject.of("text", subject)))
                        .toList();
        unitOfWork
                .in(organization, () -> setAside.put(organization, items))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private int newest() {
        return asAdministrator().get("/api/kit/set-aside").then().extract().path("items[0].id");
    }

    private long held(String kind) {
        return TestDatabase.number(
                "select count(*) from kit.set_aside where kind = '%s' and organization_id = %s"
                        .formatted(kind, organization));
    }

    private long asked() {
        return TestDatabase.number(
                "select count(*) from kit.set_aside_retry where organization_id = " + organization);
    }

    private long notes(String text) {
        return TestDatabase.number(
                "select count(*) from kit.note where organization_id = %s and text = '%s'"
                        .formatted(organization, text));
    }

    private RequestSpecification asAdministrator() {
        return with(TestTokens.of(organization, ADMINISTRATOR));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
