package io.mauntic.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.Components;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Neither poison nor a database that is away stops a lane, and nothing needs a restart. */
@QuarkusTest
@WithComponents
class PoisonTest {

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void of_a_thousand_events_with_three_hundred_poisoned_ones_the_others_are_handled_once() {
        Map<Integer, JsonObject> events = new LinkedHashMap<>();
        for (int n = 0; n < 1_000; n++) {
            events.put(n, JsonObject.of("text", n % 10 < 3 ? "poison" : "fine"));
        }
        EventProbe.publishBulk("kit", organization, "NoteHeard", events);

        Eventually.until("the others are handled", () -> notes("echo: fine") == 700);
        Eventually.until("the poisoned ones are set aside", () -> setAside("event") == 300);
        EventProbe.publishBulk(
                "kit", organization, "NoteHeard", 1, JsonObject.of("text", "the next"));
        Eventually.until("the lane goes on", () -> notes("echo: the next") == 1);
        assertThat(notes("echo: fine")).isEqualTo(700);
    }

    @Test
    void while_the_database_is_away_events_wait_and_the_service_stays_up() {
        String database = System.getProperty("mauntic.test.database");
        TestDatabase.execute("alter database %s connection limit 0".formatted(database));
        try {
            TestDatabase.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kit_app' and datname = '%s'"
                            .formatted(database));
            for (int n = 0; n < 20; n++) {
                EventProbe.publish(
                        "kit", organization, "NoteHeard", n, JsonObject.of("text", "late"));
            }
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            TestDatabase.execute("alter database %s connection limit -1".formatted(database));
        }

        Eventually.until("they are handled", () -> notes("echo: late") == 20);
        assertThat(setAside("event")).isZero();
        for (String lane : List.of("events", "events-bulk")) {
            assertThat(
                            ConfigProvider.getConfig()
                                    .getValue(
                                            "mp.messaging.incoming.%s.throttled.unprocessed-record-max-age.ms"
                                                    .formatted(lane),
                                            Integer.class))
                    .describedAs("after which the channel would fail for good")
                    .isZero();
        }
    }

    @Test
    void a_record_that_the_broker_refuses_is_set_aside_and_its_neighbours_go_out()
            throws Exception {
        String topic = System.getProperty("mauntic.test.prefix") + "kit.events.small";
        limit(topic, 3_000);

        String large = incompressible();
        append(topic, "before", large, "after");

        assertThat(texts(2)).containsExactly("before", "after");
        Eventually.until("it is set aside", () -> setAside("outgoing") == 1);
        int id =
                administrator()
                        .get("/api/kit/set-aside")
                        .then()
                        .body("items.kind", contains("outgoing"))
                        .body("items.cause", contains(containsString("The broker refused it")))
                        .extract()
                        .path("items[0].id");

        limit(topic, 100_000);
        administrator().post("/api/kit/set-aside/{id}/retry", id).then().statusCode(204);

        assertThat(texts(3)).containsExactly("before", "after", large);
        assertThat(setAside("outgoing")).isZero();
    }

    private static String incompressible() {
        byte[] noise = new byte[6_000];
        new Random(1).nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }

    private void append(String topic, String... texts) {
        String events =
                String.join(
                        ", ",
                        List.of(texts).stream()
                                .map(
                                        text ->
                                                "outgoing_event('NoteTold', 'k', '{\"text\":\"%s\"}')"
                                                        .formatted(text))
                                .toList());
        TestDatabase.execute(
                "set search_path = kit, public; select append_events(%s, 'realtime', '%s', '{}', array[%s])"
                        .formatted(organization, topic, events));
        // Its commit wakes the relay, which this insert past the service does not.
        given().auth()
                .oauth2(TestTokens.of(organization, "kit:notes:write"))
                .contentType("application/json")
                .body("{\"text\": \"wake\"}")
                .post("/api/kit/notes")
                .then()
                .statusCode(200);
    }

    private List<String> texts(int count) {
        return EventProbe.await("kit.events.small", organization, "NoteTold", count).stream()
                .map(seen -> seen.data().getString("text"))
                .distinct()
                .toList();
    }

    private static void limit(String topic, int bytes)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Components.get("kafka")))) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            }
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            ConfigEntry entry = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
            admin.incrementalAlterConfigs(
                            Map.of(
                                    resource,
                                    List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private long notes(String text) {
        return TestDatabase.number(
                "select count(*) from kit.note where organization_id = %s and text = '%s'"
                        .formatted(organization, text));
    }

    private long setAside(String kind) {
        return TestDatabase.number(
                "select count(*) from kit.set_aside where organization_id = %s and kind = '%s'"
                        .formatted(organization, kind));
    }

    private RequestSpecification administrator() {
        return given().auth().oauth2(TestTokens.of(organization, "identity:organization:write"));
    }
}
