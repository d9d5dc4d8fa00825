package io.mauntic.content.visit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.mauntic.content.form.FormsApi;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.Keyset;
import io.mauntic.kit.security.SignedToken;
import io.mauntic.kit.test.Announced;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.EventProbe.Seen;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class TrackingTest {

    private static final String VISITOR = "0123456789abcdef0123456789abcdef";

    @ConfigProperty(name = "mauntic.tracking.secret")
    String secret;

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);

    @Test
    void an_organization_has_one_key_and_a_snippet_to_copy() {
        String key = key();

        assertThat(key).hasSize(24);
        api.as(FormsApi.READ)
                .get("/api/content/site")
                .then()
                .statusCode(200)
                .body("key", equalTo(key))
                .body(
                        "snippet",
                        equalTo(
                                "<script src=\"http://localhost:8080/mtc.js?o="
                                        + key
                                        + "\" async></script>"));
        given().get("/mtc.js?o=" + key)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/javascript"))
                .header("Cache-Control", containsString("max-age"))
                .body(containsString("/mtc/event"));
    }

    @Test
    void a_visit_is_told_with_its_page_and_keyed_by_its_visitor() {
        report(
                        key(),
                        visit("https://shop.example/pricing")
                                .put("title", "Pricing")
                                .put("referrer", "https://search.example/?q=engine"))
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*");

        Seen visited = visits(1).getFirst();
        assertThat(visited.key()).isEqualTo(VISITOR);
        assertThat(visited.data())
                .isEqualTo(
                        new JsonObject()
                                .put("visitorId", VISITOR)
                                .put("url", "https://shop.example/pricing")
                                .put("title", "Pricing")
                                .put("referrer", "https://search.example/?q=engine"));
    }

    @Test
    void visits_know_their_contact_from_the_moment_crm_tells_it() {
        String key = key();
        identified(4711);

        Eventually.asserted(
                () -> {
                    report(key, visit("https://shop.example/")).statusCode(204);
                    assertThat(contactOfLatestVisit()).isEqualTo(4711L);
                });

        EventProbe.publish(
                "crm",
                organization,
                "ContactMerged",
                4712,
                new JsonObject().put("contactId", 4712).put("mergedContactId", 4711));
        Eventually.asserted(
                () -> {
                    report(key, visit("https://shop.example/")).statusCode(204);
                    assertThat(contactOfLatestVisit()).isEqualTo(4712L);
                });

        EventProbe.publish(
                "crm",
                organization,
                "ContactDeleted",
                4712,
                new JsonObject().put("contactId", 4712));
        Eventually.asserted(
                () -> {
                    report(key, visit("https://shop.example/")).statusCode(204);
                    assertThat(contactOfLatestVisit()).isNull();
                });
    }

    @Test
    void a_tracked_links_token_names_the_visitor_once() {
        String key = key();
        String token = token(organization, Instant.now());

        report(key, visit("https://shop.example/").put("mtc", token)).statusCode(204);
        report(key, visit("https://shop.example/2").put("mtc", token)).statusCode(204);

        visits(2).forEach(visit -> assertThat(visit.data().getLong("contactId")).isEqualTo(99L));
        List<Seen> identified =
                EventProbe.await("content.events", organization, "VisitorIdentified", 1);
        assertThat(identified).hasSize(1);
        assertThat(identified.getFirst().key()).isEqualTo("99");
        assertThat(identified.getFirst().data())
                .isEqualTo(new JsonObject().put("visitorId", VISITOR).put("contactId", 99));
    }

    @Test
    void a_token_that_is_old_or_anothers_or_made_up_names_nobody() {
        String key = key();
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));

        for (String token :
                List.of(
                        token(organization, yesterday),
                        token(TestOrganizations.next(), Instant.now()),
                        new SignedToken(new Keyset(List.of(secret)), "unsubscribe")
                                .seal(organization.value(), 99, 0),
                        "made-up")) {
            report(key, visit("https://shop.example/").put("mtc", token)).statusCode(204);
        }

        visits(4).forEach(visit -> assertThat(visit.data().containsKey("contactId")).isFalse());
    }

    @Test
    void what_is_no_visit_is_refused_and_never_breaks_anything() {
        String key = key();

        given().contentType("text/plain").body("no json").post("/mtc/event").then().statusCode(400);
        given().contentType("text/plain").body("[1]").post("/mtc/event").then().statusCode(400);
        given().contentType("text/plain").post("/mtc/event").then().statusCode(400);
        report(key, visit("javascript:alert(1)")).statusCode(422);
        report(key, visit("https://shop.example/").put("visitor", "short")).statusCode(422);
        report(key, visit("https://shop.example/").put("visitor", 12)).statusCode(422);
        report("no-such-key-anywhere-xyz", visit("https://shop.example/")).statusCode(404);
        report("' or 1=1 --", visit("https://shop.example/")).statusCode(404);
        assertThat(Announced.post("/mtc/event", "text/plain", 300_000)).isEqualTo(413);
        given().header("Origin", "https://shop.example")
                .options("/mtc/event")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", "POST");
        assertThat(EventProbe.seen("content.events", organization)).isEmpty();
    }

    @Test
    void hundreds_of_visits_at_once_are_all_safe_when_they_are_acknowledged()
            throws InterruptedException, ExecutionException {
        String key = key();
        List<Future<Integer>> answers = new ArrayList<>();

        try (ExecutorService visitors = Executors.newFixedThreadPool(24)) {
            for (int i = 0; i < 600; i++) {
                String page = "https://shop.example/" + i;
                answers.add(visitors.submit(() -> report(key, visit(page)).extract().statusCode()));
            }
        }

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(204);
        }
        assertThat(visits(600).stream().map(visit -> visit.data().getString("url")).distinct())
                .hasSize(600);
    }

    private String key() {
        return api.as(FormsApi.READ)
                .get("/api/content/site")
                .then()
                .statusCode(200)
                .extract()
                .path("key");
    }

    private static JsonObject visit(String url) {
        return new JsonObject().put("visitor", VISITOR).put("url", url);
    }

    private static ValidatableResponse report(String key, JsonObject visit) {
        return given().contentType("text/plain; charset=UTF-8")
                .body(visit.put("site", key).encode())
                .post("/mtc/event")
                .then();
    }

    private void identified(long contact) {
        EventProbe.publish(
                "crm",
                organization,
                "ContactIdentified",
                contact,
                new JsonObject().put("contactId", contact).put("visitorId", VISITOR));
    }

    private String token(OrganizationId of, Instant followed) {
        return new SignedToken(new Keyset(List.of(secret)), SignedToken.CONTACT)
                .seal(of.value(), 99, followed.getEpochSecond());
    }

    private List<Seen> visits(int count) {
        return EventProbe.await("content.events", organization, "PageVisited", count);
    }

    // One visitor's visits stand in one partition, so the last one seen is the latest.
    private Long contactOfLatestVisit() {
        List<Seen> seen = visits(1);
        return seen.getLast().data().getLong("contactId");
    }
}
