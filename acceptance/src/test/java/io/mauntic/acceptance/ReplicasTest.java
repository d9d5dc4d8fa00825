package io.mauntic.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of every service work side by side, and what happens once happens once. */
class ReplicasTest {

    private static final int CONTACTS = 1_500;
    private static final String ANSWERED = "http_server_requests_seconds_count";
    private static final String CONSUMED = "kafka_consumer_fetch_manager_records_consumed_total";
    private static final String MAILS = "mauntic_mails_total";

    private final Api api = Api.as(Platform.ADMINISTRATOR);
    private final String run = Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void needsTwo() {
        assumeTrue(Platform.REPLICAS == 2, "the platform has one process a service");
    }

    @Test
    void a_broadcast_is_shared_and_everybody_gets_one_mail() {
        List<Double> consumed = both("campaign", CONSUMED);
        List<Double> mails = both("messaging", MAILS);
        importContacts();
        long segment =
                api.create(
                                "/api/crm/segments",
                                """
                                {"name": "Twins %1$s", "filter": {"match": "all", "rules": [{"field": "city", "operator": "equals", "value": "%1$s"}]}}
                                """
                                        .formatted(run))
                        .path("id")
                        .asLong();
        long email =
                api.create(
                                "/api/messaging/emails",
                                """
                                {"name": "Twins %s", "subject": "Hello {{ contact.firstname }}", "fromName": "Demo",
                                 "fromAddress": "demo@example.org", "html": "<p>Hello <a href=\\"{{ unsubscribe_url }}\\">Unsubscribe</a></p>"}
                                """
                                        .formatted(run))
                        .path("id")
                        .asLong();
        long campaign =
                api.create(
                                "/api/campaign/campaigns",
                                """
                                {"name": "Twins %s", "sources": [{"type": "segment", "id": %d}],
                                 "events": [{"key": "mail", "type": "action", "kind": "email.send", "properties": {"emailId": %d}}]}
                                """
                                        .formatted(run, segment, email))
                        .path("id")
                        .asLong();
        assertThat(api.post("/api/campaign/campaigns/" + campaign + "/publish", "").statusCode())
                .isEqualTo(200);

        Eventually.until("half of them have a mail", () -> sent(email) >= CONTACTS / 2);
        Eventually.until("everybody has a mail", () -> sent(email) >= CONTACTS);
        assertThat(sent(email)).isEqualTo(CONTACTS);
        shared("records read by campaign", consumed, both("campaign", CONSUMED));
        shared("mails sent by messaging", mails, both("messaging", MAILS));
    }

    @Test
    void questions_are_answered_by_both() {
        Map.of(
                        "identity", "me",
                        "crm", "contacts",
                        "campaign", "campaigns",
                        "messaging", "emails",
                        "content", "forms",
                        "analytics", "summary",
                        "integrations", "webhooks")
                .forEach(
                        (service, list) -> {
                            List<Double> before = both(service, ANSWERED);
                            for (int i = 0; i < 20; i++) {
                                api.get("/api/%s/%s".formatted(service, list));
                            }
                            shared(service, before, both(service, ANSWERED));
                        });
    }

    private void importContacts() {
        StringBuilder csv = new StringBuilder("First name,E-mail,City\n");
        IntStream.range(0, CONTACTS)
                .forEach(i -> csv.append("T%1$d,t%1$d.%2$s@example.org,%2$s\n".formatted(i, run)));
        long id = api.importCsv(csv.toString());
        Eventually.until(
                "the import ends",
                () -> api.get("/api/crm/imports/" + id).path("status").asText().equals("finished"));
    }

    private long sent(long email) {
        return api.get("/api/messaging/emails/" + email + "/statistics")
                .at("/figures/sent")
                .asLong();
    }

    private static List<Double> both(String service, String metric) {
        return List.of(figure(service, 1, metric), figure(service, 2, metric));
    }

    private static double figure(String service, int replica, String metric) {
        // The first context listens beside the gateway, and so on.
        int offset = Contracts.CONTEXTS.indexOf(service) + 1;
        return given().get(Platform.process(offset, replica) + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void shared(String what, List<Double> before, List<Double> after) {
        assertThat(after.getFirst()).as("%s: the first", what).isGreaterThan(before.getFirst());
        assertThat(after.getLast()).as("%s: the second", what).isGreaterThan(before.getLast());
    }
}
