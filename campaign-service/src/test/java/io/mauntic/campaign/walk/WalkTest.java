package io.mauntic.campaign.walk;

import static io.mauntic.campaign.Api.after;
import static io.mauntic.campaign.Api.below;
import static io.mauntic.campaign.Api.campaign;
import static io.mauntic.campaign.Api.clicked;
import static io.mauntic.campaign.Api.event;
import static io.mauntic.campaign.Api.mail;
import static io.mauntic.campaign.Api.opened;
import static io.mauntic.campaign.Api.points;
import static io.mauntic.campaign.Api.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.campaign.Api;
import io.mauntic.campaign.Neighbours;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.EventProbe.Seen;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithTestResource(Neighbours.class)
class WalkTest {

    private static final long SEGMENT = 7;
    private static final long EMAIL = 101;
    private static final AtomicLong REVISIONS = new AtomicLong(1_000);

    private OrganizationId organization;
    private Api api;

    @BeforeEach
    void an_organization_with_a_segment_and_an_email() {
        organization = TestOrganizations.next();
        api = new Api(organization);
        Neighbours.segment(organization, SEGMENT);
        Neighbours.email(organization, EMAIL, "Welcome");
    }

    @Test
    void whoever_opens_the_mail_takes_the_yes_path_and_nothing_twice() {
        long id = api.published(welcome("1", "hours"));
        UUID added = UUID.randomUUID();
        added(added, 1);
        Seen request =
                EventProbe.await("campaign.events", organization, "EmailSendRequested", 1)
                        .getFirst();
        assertThat(request.key()).isEqualTo("1");
        assertThat(request.data())
                .isEqualTo(
                        new JsonObject()
                                .put("deliveryKey", "campaign:" + id + ":mail:1:1")
                                .put("contactId", 1)
                                .put("emailId", 101)
                                .put("campaignId", id)
                                .put("eventKey", "mail"));

        EventProbe.publish("messaging", organization, "EmailSent", 1, outcome(id, 1));
        api.awaitLog(id, 1, "mail sent", "opened waiting");
        UUID open = UUID.randomUUID();
        reaction(open, "EmailOpened", id, 1, false);
        api.awaitLog(id, 1, "mail sent", "opened executed yes", "score executed");

        added(added, 1);
        reaction(open, "EmailOpened", id, 1, false);
        reaction(UUID.randomUUID(), "EmailOpened", id, 1, false);
        added(UUID.randomUUID(), 1);
        added(UUID.randomUUID(), 2);
        api.awaitLog(id, 2, "mail executed", "opened waiting");
        api.awaitLog(id, 1, "mail sent", "opened executed yes", "score executed");

        List<Seen> told = EventProbe.seen("campaign.events", organization);
        assertThat(told.stream().filter(event -> event.key().equals("1")).map(Seen::type))
                .containsExactly(
                        "ContactEnteredCampaign",
                        "EmailSendRequested",
                        "CampaignEventExecuted",
                        "CampaignEventExecuted",
                        "ContactChangeRequested",
                        "CampaignEventExecuted");
        JsonObject change =
                told.stream()
                        .filter(event -> event.type().equals("ContactChangeRequested"))
                        .findFirst()
                        .orElseThrow()
                        .data();
        assertThat(change.getString("changeKey")).isEqualTo("campaign:" + id + ":score:1:1");
        assertThat(change.getInteger("pointsDelta")).isEqualTo(5);
    }

    @Test
    void whoever_does_not_open_it_in_time_takes_the_no_path_and_a_machine_opens_nothing() {
        long id = api.published(welcome("1", "seconds"));
        added(UUID.randomUUID(), 3);
        EventProbe.await("campaign.events", organization, "EmailSendRequested", 1);
        reaction(UUID.randomUUID(), "EmailOpened", id, 3, true);
        api.awaitLog(id, 3, "mail executed", "opened executed no", "cold executed");

        reaction(UUID.randomUUID(), "EmailClicked", id, 3, false);
        EventProbe.publish("messaging", organization, "EmailSent", 3, outcome(id, 3));
        api.awaitLog(id, 3, "mail sent", "opened executed no", "cold executed");
    }

    @Test
    void a_reaction_that_comes_before_its_decision_is_not_forgotten() {
        long id =
                api.published(
                        campaign(
                                "Early bird",
                                SEGMENT,
                                mail("mail", EMAIL),
                                after(below(tag("later", "later"), "mail", null), 1, "seconds"),
                                after(below(clicked("clicked"), "later", null), 1, "hours"),
                                below(points("score", 1), "clicked", "yes")));
        added(UUID.randomUUID(), 4);
        EventProbe.await("campaign.events", organization, "EmailSendRequested", 1);
        reaction(UUID.randomUUID(), "EmailClicked", id, 4, false);
        api.awaitLog(
                id, 4, "mail executed", "later executed", "clicked executed yes", "score executed");
    }

    @Test
    void a_no_path_may_carry_the_time_that_its_decision_waits() {
        long id =
                api.published(
                        campaign(
                                "Patience below",
                                SEGMENT,
                                mail("mail", EMAIL),
                                below(opened("opened"), "mail", null),
                                after(below(tag("cold", "cold"), "opened", "no"), 1, "seconds")));
        added(UUID.randomUUID(), 5);
        api.awaitLog(id, 5, "mail executed", "opened executed no", "cold executed");
    }

    @Test
    void a_condition_looks_at_the_contact_as_it_is_now() {
        long id =
                api.published(
                        campaign(
                                "By city",
                                SEGMENT,
                                event(
                                        "berlin",
                                        "contact.field",
                                        condition("city", "equals", "Berlin")),
                                below(tag("local", "local"), "berlin", "yes"),
                                below(tag("far", "far"), "berlin", "no")));
        Neighbours.contact(organization, 11, new JsonObject().put("city", "berlin"));
        Neighbours.contact(organization, 12, new JsonObject().put("city", "Hamburg"));
        for (long contact : new long[] {11, 12, 13}) {
            added(UUID.randomUUID(), contact);
        }
        api.awaitLog(id, 11, "berlin executed yes", "local executed");
        api.awaitLog(id, 12, "berlin executed no", "far executed");
        api.awaitLog(id, 13, "berlin failed");
        assertThat(
                        EventProbe.await("campaign.events", organization, "CampaignEventFailed", 1)
                                .getFirst()
                                .data()
                                .getString("reason"))
                .isEqualTo("unknown-contact");
    }

    @Test
    void who_falls_out_of_the_segment_leaves_and_does_not_come_in_again() {
        long id = api.published(campaign("Later", SEGMENT, after(tag("later", "x"), 1, "hours")));
        added(UUID.randomUUID(), 21);
        api.awaitLog(id, 21, "later waiting");
        membership(UUID.randomUUID(), "ContactRemovedFromSegment", 21);
        api.awaitLog(id, 21);
        assertThat(
                        EventProbe.await("campaign.events", organization, "ContactLeftCampaign", 1)
                                .getFirst()
                                .data())
                .isEqualTo(
                        new JsonObject()
                                .put("campaignId", id)
                                .put("campaignName", "Later")
                                .put("contactId", 21));

        added(UUID.randomUUID(), 21);
        added(UUID.randomUUID(), 22);
        api.awaitLog(id, 22, "later waiting");
        assertThat(api.log(id, 21)).isEmpty();
    }

    @Test
    void where_reentry_is_allowed_a_second_walk_is_a_rotation_of_its_own() {
        long id =
                api.published(campaign("Again", SEGMENT, mail("mail", EMAIL)).put("reentry", true));
        added(UUID.randomUUID(), 23);
        api.awaitLog(id, 23, "mail executed");
        membership(UUID.randomUUID(), "ContactRemovedFromSegment", 23);
        added(UUID.randomUUID(), 23);
        api.awaitLog(id, 23, "mail executed", "mail executed");
        assertThat(
                        EventProbe.await("campaign.events", organization, "EmailSendRequested", 2)
                                .stream()
                                .map(seen -> seen.data().getString("deliveryKey")))
                .containsExactly("campaign:" + id + ":mail:23:1", "campaign:" + id + ":mail:23:2");
    }

    @Test
    void what_waits_while_the_campaign_is_stopped_goes_on_when_it_runs_again() {
        long id =
                api.published(campaign("Stopped", SEGMENT, after(tag("later", "x"), 1, "seconds")));
        added(UUID.randomUUID(), 31);
        api.awaitLog(id, 31, "later waiting");
        api.everything().post(Api.CAMPAIGNS + "/" + id + "/unpublish").then().statusCode(200);
        Eventually.until(
                "the step is put aside",
                () ->
                        TestDatabase.number(
                                        "select count(*) from campaign.pending_step where held and campaign_id = "
                                                + id)
                                == 1);
        assertThat(api.log(id, 31)).containsExactly("later waiting");
        api.publish(id).statusCode(200);
        api.awaitLog(id, 31, "later executed");
    }

    @Test
    void an_edit_keeps_contacts_at_the_steps_that_stay() {
        long id =
                api.published(
                        campaign(
                                "Edited",
                                SEGMENT,
                                after(tag("stays", "x"), 1, "hours"),
                                after(tag("goes", "y"), 1, "hours")));
        added(UUID.randomUUID(), 41);
        api.awaitLog(id, 41, "stays waiting", "goes waiting");
        api.patch(
                        id,
                        new JsonObject()
                                .put(
                                        "events",
                                        campaign(
                                                        "",
                                                        SEGMENT,
                                                        after(tag("stays", "x"), 1, "hours"),
                                                        below(tag("next", "z"), "stays", null))
                                                .getJsonArray("events")))
                .statusCode(200);
        assertThat(api.log(id, 41)).containsExactly("stays waiting");
        TestDatabase.execute(
                "update campaign.pending_step set due_at = now() where campaign_id = " + id);
        added(UUID.randomUUID(), 42);
        api.awaitLog(id, 41, "stays executed", "next executed");
    }

    @Test
    void an_email_that_was_not_sent_says_why() {
        long id = api.published(campaign("Refused", SEGMENT, mail("mail", EMAIL)));
        added(UUID.randomUUID(), 51);
        EventProbe.await("campaign.events", organization, "EmailSendRequested", 1);
        EventProbe.publish(
                "messaging",
                organization,
                "EmailNotSent",
                51,
                outcome(id, 51).put("reason", "do-not-contact"));
        api.awaitLog(id, 51, "mail failed");
        JsonObject failed =
                EventProbe.await("campaign.events", organization, "CampaignEventFailed", 1)
                        .getFirst()
                        .data();
        assertThat(failed.getString("reason")).isEqualTo("do-not-contact");
        assertThat(failed.getString("eventKey")).isEqualTo("mail");
    }

    @Test
    void a_deleted_contact_is_forgotten() {
        long id =
                api.published(
                        campaign(
                                "Forget",
                                SEGMENT,
                                tag("done", "x"),
                                after(tag("later", "y"), 1, "hours")));
        added(UUID.randomUUID(), 61);
        api.awaitLog(id, 61, "done executed", "later waiting");
        EventProbe.publish(
                "crm", organization, "ContactDeleted", 61, new JsonObject().put("contactId", 61));
        api.awaitLog(id, 61);
        assertThat(
                        TestDatabase.number(
                                "select count(*) from campaign.campaign_member where contact_id = 61 and campaign_id = "
                                        + id))
                .isZero();
    }

    @Test
    void a_condition_waits_until_crm_answers_again() {
        long id =
                api.published(
                        campaign(
                                "Patient",
                                SEGMENT,
                                event(
                                        "berlin",
                                        "contact.field",
                                        condition("city", "equals", "Berlin"))));
        Neighbours.contact(organization, 71, new JsonObject().put("city", "Berlin"));
        Neighbours.down(true);
        try {
            added(UUID.randomUUID(), 71);
            api.awaitLog(id, 71, "berlin waiting");
        } finally {
            Neighbours.down(false);
        }
        api.awaitLog(id, 71, "berlin executed yes");
    }

    @Test
    void two_contacts_who_are_one_person_walk_on_as_one() {
        long id =
                api.published(
                        campaign(
                                "Merged",
                                SEGMENT,
                                tag("done", "x"),
                                after(tag("later", "y"), 1, "hours")));
        for (long contact : new long[] {81, 82, 83}) {
            added(UUID.randomUUID(), contact);
            api.awaitLog(id, contact, "done executed", "later waiting");
        }
        merged(82, 81);
        api.awaitLog(id, 81);
        assertThat(api.log(id, 82)).containsExactlyInAnyOrder("done executed", "later waiting");
        merged(84, 83);
        api.awaitLog(id, 84, "done executed", "later waiting");
        assertThat(api.log(id, 83)).isEmpty();
    }

    private void merged(long stays, long goes) {
        EventProbe.publish(
                "crm",
                organization,
                "ContactMerged",
                stays,
                new JsonObject().put("contactId", stays).put("mergedContactId", goes));
    }

    private JsonObject welcome(String patience, String unit) {
        return campaign(
                "Welcome",
                SEGMENT,
                mail("mail", EMAIL),
                after(below(opened("opened"), "mail", null), Long.parseLong(patience), unit),
                below(points("score", 5), "opened", "yes"),
                below(tag("cold", "cold"), "opened", "no"));
    }

    private static JsonObject condition(String field, String operator, String value) {
        return new JsonObject().put("field", field).put("operator", operator).put("value", value);
    }

    private void added(UUID event, long contact) {
        membership(event, "ContactAddedToSegment", contact);
    }

    private void membership(UUID event, String type, long contact) {
        JsonObject data =
                new JsonObject()
                        .put("contactId", contact)
                        .put("segmentId", SEGMENT)
                        .put("segmentName", "Seven")
                        .put("manually", false)
                        .put("revision", REVISIONS.incrementAndGet());
        EventProbe.publish(event, "crm.events", organization, type, contact, data);
    }

    private void reaction(UUID event, String type, long campaign, long contact, boolean machine) {
        EventProbe.publish(
                event,
                "messaging.events",
                organization,
                type,
                contact,
                outcome(campaign, contact).put("machine", machine).put("first", true));
    }

    private static JsonObject outcome(long campaign, long contact) {
        return new JsonObject()
                .put("deliveryId", contact)
                .put("deliveryKey", "campaign:" + campaign + ":mail:" + contact + ":1")
                .put("contactId", contact)
                .put("emailId", EMAIL)
                .put("emailName", "Welcome")
                .put("subject", "Hello")
                .put("campaignId", campaign)
                .put("eventKey", "mail");
    }
}
