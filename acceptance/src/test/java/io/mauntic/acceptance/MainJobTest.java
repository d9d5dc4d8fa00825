package io.mauntic.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the product is for, from the CSV to the figures, through the gateway alone. */
class MainJobTest {

    /** Opens and clicks sooner than this after sending count as a machine's. */
    private static final Duration MACHINE = Duration.ofMillis(2_500);

    private final String run = Long.toString(System.nanoTime(), 36);
    private final String country = "Wonderland " + run;
    private final String ada = "ada." + run + "@example.org";
    private final String bob = "bob." + run + "@example.org";
    private final Api api = Api.as(Platform.ADMINISTRATOR);
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
        receiver.close();
    }

    @Test
    void a_form_leads_to_a_mail_a_click_to_the_yes_path_and_silence_to_the_no_path() {
        JsonNode before = api.get("/api/analytics/summary");
        listenByWebhook();
        importContacts();
        long segment = segment();
        long email = email("Welcome " + run);
        long campaign = campaign(segment, email);
        String form = form();

        Page visitor = browser.visitor();
        submit(visitor, form, "Ada", ada);
        submit(browser.visitor(), form, "Bob", bob);
        Mail adasMail = new Mailbox(ada).await("Welcome, Ada");
        Mail bobsMail = new Mailbox(bob).await("Welcome, Bob");
        long adasId = contact(ada).path("id").asLong();
        long bobsId = contact(bob).path("id").asLong();

        mailIsWellMade(adasMail);
        openAndClick(visitor, adasMail);

        Eventually.until("Ada takes the yes-path", () -> tags(ada).contains("clicked"));
        Eventually.until("Bob takes the no-path", () -> tags(bob).contains("silent"));
        assertThat(tags(ada)).doesNotContain("silent");
        assertThat(tags(bob)).doesNotContain("clicked");
        logTells(campaign, adasId, "yes");
        logTells(campaign, bobsId, "no");

        unsubscribe(adasMail);
        Eventually.until(
                "Ada is on the do-not-contact list",
                () -> contact(ada).path("doNotContact").toString().contains("email"));
        campaign(segment, email("Again " + run, "Again, {{ contact.firstname }}"));
        new Mailbox(bob).await("Again, Bob");
        Eventually.until(
                "Ada's second mail is refused", () -> timeline(adasId).contains("EmailNotSent"));
        assertThat(new Mailbox(ada).mails()).hasSize(1);

        timelineTellsAll(adasId);
        webhookHeardAll(adasId, bobsId);
        figuresAgree(before);
        assertThat(bobsMail.links()).isNotEqualTo(adasMail.links());
    }

    private void listenByWebhook() {
        JsonNode webhook =
                api.create(
                        "/api/integrations/webhooks",
                        """
                        {"name": "Receiver %s", "url": "%s/hook",
                         "events": ["FormSubmitted", "ContactCreated", "EmailSent", "EmailOpened", "EmailClicked", "Unsubscribed"]}
                        """
                                .formatted(run, receiver.url()));
        assertThat(webhook.path("secret").asText()).startsWith("whsec_");
        receiver.expect(webhook.path("secret").asText());
        assertThat(
                        api.get("/api/integrations/webhooks/" + webhook.path("id").asLong())
                                .has("secret"))
                .isFalse();
    }

    private void importContacts() {
        long id =
                api.importCsv(
                        """
                        \uFEFFFirst name;E-mail;City
                        Cleo;cleo.%1$s@example.org;Lyon
                        "Dan
                        the second";dan.%1$s@example.org;Paris
                        Nobody;not an address;Rome
                        """
                                .formatted(run));
        JsonNode done =
                Eventually.present(
                        "the import ends",
                        () ->
                                Optional.of(api.get("/api/crm/imports/" + id))
                                        .filter(
                                                job ->
                                                        job.path("status")
                                                                .asText()
                                                                .equals("finished")));
        assertThat(done.path("total").asInt()).isEqualTo(3);
        assertThat(done.path("created").asInt()).isEqualTo(2);
        assertThat(done.path("failed").asInt()).isEqualTo(1);
        assertThat(api.getRaw("/api/crm/imports/" + id + "/rejects").asString())
                .contains("not an address")
                .contains("5");
        assertThat(contact("dan." + run + "@example.org").path("city").asText()).isEqualTo("Paris");
    }

    private long segment() {
        return api.create(
                        "/api/crm/segments",
                        """
                        {"name": "%1$s", "filter": {"match": "all", "rules": [{"field": "country", "operator": "equals", "value": "%1$s"}]}}
                        """
                                .formatted(country))
                .path("id")
                .asLong();
    }

    private long email(String name) {
        return email(name, "Welcome, {{ contact.firstname | default: \\\"friend\\\" }}");
    }

    private long email(String name, String subject) {
        return api.create(
                        "/api/messaging/emails",
                        """
                        {"name": "%s", "subject": "%s", "fromName": "Demo", "fromAddress": "demo@example.org",
                         "html": "<p>Hello {{ contact.firstname }}</p><p><a href=\\"%s/offer\\">See the offer</a></p><p><a href=\\"{{ unsubscribe_url }}\\">Unsubscribe</a></p>"}
                        """
                                .formatted(name, subject, receiver.url()))
                .path("id")
                .asLong();
    }

    private long campaign(long segment, long email) {
        long id =
                api.create(
                                "/api/campaign/campaigns",
                                """
                                {"name": "Campaign %1$d %2$s", "sources": [{"type": "segment", "id": %3$d}],
                                 "events": [
                                   {"key": "mail", "type": "action", "kind": "email.send", "properties": {"emailId": %1$d}, "schedule": {"mode": "immediate"}},
                                   {"key": "click", "type": "decision", "kind": "email.click", "parent": "mail",
                                    "schedule": {"mode": "interval", "value": 8, "unit": "seconds"}},
                                   {"key": "warm", "type": "action", "kind": "contact.tags", "parent": "click", "path": "yes", "properties": {"add": ["clicked"]}},
                                   {"key": "cold", "type": "action", "kind": "contact.tags", "parent": "click", "path": "no", "properties": {"add": ["silent"]}}]}
                                """
                                        .formatted(email, run, segment))
                        .path("id")
                        .asLong();
        assertThat(api.post("/api/campaign/campaigns/" + id + "/publish", "").statusCode())
                .isEqualTo(200);
        return id;
    }

    private String form() {
        String alias = "join-" + run;
        api.create(
                "/api/content/forms",
                """
                {"name": "Join %1$s", "alias": "%2$s",
                 "fields": [
                   {"alias": "firstname", "label": "First name", "type": "text", "required": true, "mapsTo": "firstname"},
                   {"alias": "email", "label": "Email", "type": "email", "required": true, "mapsTo": "email"},
                   {"alias": "country", "label": "Country", "type": "text", "required": true, "mapsTo": "country"}],
                 "postAction": {"type": "message", "message": "Thank you"}}
                """
                        .formatted(run, alias));
        return Platform.URL + "/f/" + alias;
    }

    private void submit(Page page, String form, String firstname, String email) {
        page.navigate(form);
        page.getByLabel("First name").fill(firstname);
        page.getByLabel("Email").fill(email);
        page.getByLabel("Country").fill(country);
        page.locator("form button[type=submit]").click();
        page.getByText("Thank you").waitFor();
    }

    private void mailIsWellMade(Mail mail) {
        assertThat(mail.contentType()).startsWith("multipart/alternative");
        assertThat(mail.html()).contains("Hello Ada").contains("/t/o/");
        assertThat(mail.text()).contains("Hello Ada");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.address("List-Unsubscribe")).startsWith(Platform.URL + "/unsubscribe/");
        assertThat(mail.links().getFirst()).startsWith(Platform.URL + "/t/c/");
    }

    private void openAndClick(Page page, Mail mail) {
        Instant human = Instant.now().plus(MACHINE);
        Eventually.until("a human could have read it", () -> Instant.now().isAfter(human));
        page.setContent(mail.html());
        page.locator("img")
                .first()
                .waitFor(
                        new com.microsoft.playwright.Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .ATTACHED));
        page.getByText("See the offer").click();
        page.waitForURL(url -> url.startsWith(receiver.url() + "/offer"));
    }

    private void unsubscribe(Mail mail) {
        String address = mail.address("List-Unsubscribe");
        given().get(address).then().statusCode(200);
        assertThat(contact(ada).path("doNotContact").toString()).doesNotContain("email");
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(address)
                .then()
                .statusCode(200);
    }

    private void logTells(long campaign, long contact, String path) {
        Eventually.until(
                "the log tells the " + path + "-path of " + contact,
                () ->
                        stream(
                                        api.get(
                                                        "/api/campaign/campaigns/"
                                                                + campaign
                                                                + "/log?limit=100")
                                                .path("items"))
                                .anyMatch(
                                        entry ->
                                                entry.path("contactId").asLong() == contact
                                                        && entry.path("eventKey")
                                                                .asText()
                                                                .equals("click")
                                                        && entry.path("path")
                                                                .asText()
                                                                .equals(path)));
    }

    private void timelineTellsAll(long contact) {
        List<String> expected =
                List.of(
                        "ContactCreated",
                        "FormSubmitted",
                        "ContactAddedToSegment",
                        "ContactEnteredCampaign",
                        "EmailSent",
                        "EmailOpened",
                        "EmailClicked",
                        "TagsChanged",
                        "Unsubscribed",
                        "DoNotContactAdded");
        Eventually.until("the timeline tells all", () -> timeline(contact).containsAll(expected));
        JsonNode opened =
                api.get("/api/crm/contacts/" + contact + "/timeline?type=EmailOpened")
                        .path("items");
        assertThat(stream(opened).map(entry -> entry.path("type").asText()))
                .containsOnly("EmailOpened");
    }

    private void webhookHeardAll(long adasId, long bobsId) {
        for (String type :
                List.of(
                        "ContactCreated",
                        "EmailSent",
                        "EmailOpened",
                        "EmailClicked",
                        "Unsubscribed")) {
            Eventually.until("the webhook hears " + type, () -> receiver.heard(type, adasId));
        }
        Eventually.until("the webhook hears of Bob", () -> receiver.heard("EmailSent", bobsId));
        assertThat(receiver.refused()).isEmpty();
    }

    private void figuresAgree(JsonNode before) {
        long received = new Mailbox(ada).mails().size() + (long) new Mailbox(bob).mails().size();
        assertThat(received).isEqualTo(3);
        Eventually.until("as many sent as received", () -> grown(before, "emailsSent") == received);
        Eventually.until("one opened", () -> grown(before, "emailsOpened") == 1);
        Eventually.until("one clicked", () -> grown(before, "emailsClicked") == 1);
        Eventually.until("one unsubscribed", () -> grown(before, "unsubscribed") == 1);
        Eventually.until("two submitted", () -> grown(before, "formSubmissions") == 2);
        Eventually.until("four contacts more", () -> grown(before, "contacts") == 4);
        Eventually.until("two campaigns more", () -> grown(before, "activeCampaigns") == 2);
    }

    private long grown(JsonNode before, String figure) {
        return api.get("/api/analytics/summary").path(figure).asLong()
                - before.path(figure).asLong();
    }

    private JsonNode contact(String email) {
        return Eventually.present(
                "a contact " + email,
                () ->
                        stream(api.get("/api/crm/contacts?search=" + email).path("items"))
                                .findFirst());
    }

    private List<String> tags(String email) {
        return stream(contact(email).path("tags")).map(JsonNode::asText).toList();
    }

    private List<String> timeline(long contact) {
        return stream(api.get("/api/crm/contacts/" + contact + "/timeline?limit=100").path("items"))
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
