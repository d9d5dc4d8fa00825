package io.mauntic.messaging.tracking;

import static io.mauntic.messaging.MessagingClient.as;
import static io.mauntic.messaging.MessagingClient.email;
import static io.mauntic.messaging.MessagingClient.marketer;
import static io.mauntic.messaging.MessagingClient.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.Keyset;
import io.mauntic.kit.security.SignedToken;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.EventProbe.Seen;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.FakeCrm;
import io.mauntic.messaging.Surroundings;
import io.mauntic.messaging.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithSurroundings
class TrackingTest {

    private static final String EVENTS = "messaging.events";
    private static final String PERSON =
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final OrganizationId organization = TestOrganizations.next();
    private final String address = "reader." + organization + "@example.org";
    private long emailId;
    private long contactId;
    private long deliveryId;
    private String html;

    @BeforeEach
    void a_mail_was_read_and_sent_a_while_ago() throws Exception {
        emailId =
                email(
                        organization,
                        "Hi",
                        "<p><a href=\"https://demo.example/offer?a=1&amp;b=2#top\">offer</a> <a href=\"https://demo.example/other\">other</a> <a href=\"{{ unsubscribe_url }}\">leave</a></p>");
        contactId = FakeCrm.RUNNING.contact(organization, "Ada", address);
        send(organization, contactId, emailId);
        deliveryId =
                EventProbe.await(EVENTS, organization, "EmailSent", 1)
                        .getFirst()
                        .data()
                        .getLong("deliveryId");
        MimeMessage message =
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(
                                Surroundings.SMTP
                                        .to(address)
                                        .getFirst()
                                        .content()
                                        .getBytes(StandardCharsets.US_ASCII)));
        html = ((MimeMultipart) message.getContent()).getBodyPart(1).getContent().toString();
        TestDatabase.execute(
                "update messaging.delivery set done_at = now() - interval '1 minute' where id = "
                        + deliveryId);
    }

    private String path(String pattern) {
        Matcher found = Pattern.compile("https://mauntic\\.example(" + pattern + ")").matcher(html);
        assertThat(found.find()).as(pattern + " in " + html).isTrue();
        return found.group(1);
    }

    private static RequestSpecification person() {
        return given().redirects().follow(false).header("User-Agent", PERSON);
    }

    private List<Seen> events(String type, int count) {
        return EventProbe.await(EVENTS, organization, type, count);
    }

    @Test
    void an_opening_is_told_first_once() {
        String pixel = path("/t/o/[\\w-]+\\.gif");
        for (int i = 0; i < 2; i++) {
            person().get(pixel)
                    .then()
                    .statusCode(200)
                    .contentType("image/gif")
                    .header("Cache-Control", containsString("no-store"));
        }
        given().header("User-Agent", "Googlebot/2.1").get(pixel).then().statusCode(200);
        List<Seen> opened = events("EmailOpened", 3);
        assertThat(opened)
                .extracting(event -> event.data().getBoolean("first"))
                .containsExactly(true, false, true);
        assertThat(opened)
                .extracting(event -> event.data().getBoolean("machine"))
                .containsExactly(false, false, true);
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.opened", equalTo(1))
                .body("figures.openedByMachines", equalTo(1));
    }

    @Test
    void what_many_do_at_once_is_told_of_each_and_counted_once_a_mail() {
        String pixel = path("/t/o/[\\w-]+\\.gif");
        String link = path("/t/c/[\\w-]+");
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                people.submit(() -> person().get(pixel).then().statusCode(200));
                people.submit(() -> person().get(link).then().statusCode(302));
            }
        }

        for (String type : List.of("EmailOpened", "EmailClicked")) {
            assertThat(events(type, 100))
                    .extracting(event -> event.data().getBoolean("first"))
                    .containsOnlyOnce(true)
                    .hasSize(100);
        }
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.opened", equalTo(1))
                .body("figures.clicked", equalTo(1));
        assertThat(
                        TestDatabase.number(
                                "select sum(clicks) from messaging.link where email_id = "
                                        + emailId))
                .isEqualTo(100);
    }

    @Test
    void a_click_leads_to_the_stored_target_and_names_the_visitor() {
        Response answer = person().get(path("/t/c/[\\w-]+"));
        assertThat(answer.statusCode()).isEqualTo(302);
        Matcher location =
                Pattern.compile("https://demo\\.example/offer\\?a=1&b=2&mtc=([\\w-]+)#top")
                        .matcher(answer.header("Location"));
        assertThat(location.matches()).as(answer.header("Location")).isTrue();
        String secret =
                ConfigProvider.getConfig().getValue("mauntic.tracking.secret", String.class);
        assertThat(
                        new SignedToken(new Keyset(List.of(secret)), SignedToken.CONTACT)
                                .open(location.group(1))
                                .orElseThrow())
                .startsWith(organization.value(), contactId);
        UUID visitor = UUID.fromString(answer.cookie("mtc_id"));
        assertThat(answer.header("Set-Cookie"))
                .contains("Path=/", "Max-Age=31536000", "SameSite=Lax");
        Seen clicked = events("EmailClicked", 1).getFirst();
        assertThat(clicked.data().getMap())
                .containsEntry("url", "https://demo.example/offer?a=1&b=2#top")
                .containsEntry("visitorId", visitor.toString())
                .containsEntry("machine", false)
                .containsEntry("first", true);
        assertThat(clicked.key()).isEqualTo(Long.toString(contactId));
        assertThat(
                        person().cookie("mtc_id", visitor.toString())
                                .get(path("/t/c/[\\w-]+"))
                                .cookie("mtc_id"))
                .isEqualTo(visitor.toString());
        assertThat(person().cookie("mtc_id", "<script>").get(path("/t/c/[\\w-]+")).cookie("mtc_id"))
                .matches("[0-9a-f-]{36}");
        marketer(organization)
                .get("/api/messaging/emails/" + emailId + "/statistics?days=7")
                .then()
                .statusCode(200)
                .body("figures.clicked", equalTo(1))
                .body("days", hasSize(7))
                .body("days[6].clicked", equalTo(1))
                .body("links[0].url", equalTo("https://demo.example/offer?a=1&b=2#top"))
                .body("links[0].clicks", equalTo(3));
    }

    @Test
    void a_machine_clicks_without_a_name() {
        for (RequestSpecification machine :
                List.of(
                        given().redirects().follow(false).header("User-Agent", "Barracuda"),
                        person().header("Sec-Purpose", "prefetch"))) {
            Response answer = machine.get(path("/t/c/[\\w-]+"));
            assertThat(answer.header("Location"))
                    .isEqualTo("https://demo.example/offer?a=1&b=2#top");
            assertThat(answer.cookies()).isEmpty();
        }
        person().head(path("/t/c/[\\w-]+")).then().statusCode(302);
        assertThat(events("EmailClicked", 3))
                .allSatisfy(event -> assertThat(event.data().getBoolean("machine")).isTrue());
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.clicked", equalTo(0))
                .body("figures.clickedByMachines", equalTo(1));
    }

    @Test
    void one_link_followed_right_after_the_sending_is_a_persons_click() {
        justSent();
        assertThat(person().get(path("/t/c/[\\w-]+")).cookie("mtc_id")).isNotBlank();
        assertThat(events("EmailClicked", 1).getFirst().data().getMap())
                .containsEntry("machine", false)
                .containsEntry("first", true)
                .containsKey("visitorId");
    }

    @Test
    void every_link_followed_right_after_the_sending_is_a_machines_work() {
        justSent();
        Matcher links = Pattern.compile("https://mauntic\\.example(/t/c/[\\w-]+)").matcher(html);
        while (links.find()) {
            person().get(links.group(1)).then().statusCode(302);
        }
        assertThat(events("EmailClicked", 2))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.data().getBoolean("machine")).isTrue());
    }

    private void justSent() {
        TestDatabase.execute(
                "update messaging.delivery set done_at = now() where id = " + deliveryId);
    }

    @Test
    void a_changed_address_leads_nowhere() {
        String click = path("/t/c/[\\w-]+");
        person().get(click.substring(0, click.length() - 3) + "AAA")
                .then()
                .statusCode(404)
                .contentType(containsString("text/html"));
        person().get("/t/c/x?url=https://evil.example").then().statusCode(404);
        person().get("/t/o/x.gif").then().statusCode(200);
        person().get("/unsubscribe/" + click.substring(5)).then().statusCode(404);
        person().post("/unsubscribe/x").then().statusCode(404);
    }

    @Test
    void only_a_post_unsubscribes_and_the_next_mail_stays_here() {
        String address = path("/unsubscribe/[\\w-]+");
        person().get(address)
                .then()
                .statusCode(200)
                .body(containsString("<form method=\"post\">"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        person().header("Accept-Language", "de")
                .get(address)
                .then()
                .body(containsString("Abmelden"));
        assertThat(
                        TestDatabase.number(
                                "select count(*) from messaging.suppression where contact_id = "
                                        + contactId))
                .isZero();
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(address)
                .then()
                .statusCode(200);
        person().multiPart("List-Unsubscribe", "One-Click")
                .post(address)
                .then()
                .statusCode(200)
                .body(containsString("unsubscribed"));
        Seen told = events("Unsubscribed", 1).getFirst();
        assertThat(told.data().getMap())
                .containsEntry("channel", "email")
                .containsEntry("emailName", "Welcome");
        send(organization, contactId, emailId);
        assertThat(events("EmailNotSent", 1).getFirst().data().getString("reason"))
                .isEqualTo("do-not-contact");
        assertThat(Surroundings.SMTP.to(this.address)).hasSize(1);
        assertThat(EventProbe.seen(EVENTS, organization))
                .filteredOn(event -> event.type().equals("Unsubscribed"))
                .hasSize(1);
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.unsubscribed", equalTo(1));
    }

    @Test
    void a_reported_bounce_is_told_once_and_silences_the_contact() {
        String messageId = "<delivery." + organization + "." + deliveryId + "@demo.example>";
        Map<String, Object> report =
                Map.of("messageId", messageId, "kind", "hard", "reason", "550 mailbox is gone");
        marketer(TestOrganizations.next())
                .body(report)
                .post("/api/messaging/bounces")
                .then()
                .statusCode(404);
        as(organization, "messaging:emails:read")
                .body(report)
                .post("/api/messaging/bounces")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body(report)
                .post("/api/messaging/bounces")
                .then()
                .statusCode(401);
        marketer(organization)
                .body(Map.of("kind", "hard"))
                .post("/api/messaging/bounces")
                .then()
                .statusCode(422);
        marketer(organization)
                .body(Map.of("kind", "hard", "messageId", "<x@y>"))
                .post("/api/messaging/bounces")
                .then()
                .statusCode(404);
        marketer(organization).body(report).post("/api/messaging/bounces").then().statusCode(204);
        marketer(organization)
                .body(Map.of("deliveryId", deliveryId, "kind", "hard"))
                .post("/api/messaging/bounces")
                .then()
                .statusCode(204);
        assertThat(events("EmailBounced", 1))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event.data().getString("reason"))
                                        .isEqualTo("550 mailbox is gone"));
        send(organization, contactId, emailId);
        assertThat(events("EmailNotSent", 1).getFirst().data().getString("reason"))
                .isEqualTo("do-not-contact");
        marketer(organization)
                .get("/api/messaging/emails/" + emailId)
                .then()
                .body("figures.bounced", equalTo(1));
    }

    @Test
    void addresses_in_mails_are_opaque() {
        assertThat(html).doesNotContain("contact", "delivery", "demo.example/offer");
        person().get(path("/t/c/[\\w-]+"))
                .then()
                .header("Location", matchesPattern(".*mtc=[\\w-]{60,}.*"));
    }
}
