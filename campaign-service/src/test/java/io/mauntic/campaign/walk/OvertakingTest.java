package io.mauntic.campaign.walk;

import static io.mauntic.campaign.Api.campaign;
import static io.mauntic.campaign.Api.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.campaign.Api;
import io.mauntic.campaign.Neighbours;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newest wins, by whichever lane it comes. */
@QuarkusTest
@WithComponents
@WithTestResource(Neighbours.class)
class OvertakingTest {

    private static final String REALTIME = "crm.events";
    private static final String BULK = "crm.events.bulk";
    private static final String ADDED = "ContactAddedToSegment";
    private static final String REMOVED = "ContactRemovedFromSegment";
    private static final long SEGMENT = 9;

    private OrganizationId organization;
    private Api api;

    @BeforeEach
    void an_organization_with_a_segment_and_an_email() {
        organization = TestOrganizations.next();
        api = new Api(organization);
        Neighbours.segment(organization, SEGMENT);
        Neighbours.email(organization, 101, "Welcome");
    }

    @Test
    void nobody_is_mailed_whose_removal_has_overtaken_the_addition() {
        long id = api.published(campaign("Welcome", SEGMENT, mail("mail", 101)));

        tell(REALTIME, REMOVED, 31, 5);
        noted(31, 5);
        tell(BULK, ADDED, 31, 4);
        tell(BULK, ADDED, 32, 6);
        tell(BULK, ADDED, 31, 3);

        api.awaitLog(id, 32, "mail executed");
        nothingMoreIsHeard(id);
        assertThat(api.log(id, 31)).isEmpty();
        assertThat(mailed()).containsExactly("32");
    }

    @Test
    void whoever_came_in_again_stays_when_the_removal_before_comes_late() {
        long id = api.published(campaign("Welcome", SEGMENT, mail("mail", 101)));

        tell(REALTIME, ADDED, 33, 7);
        api.awaitLog(id, 33, "mail executed");
        tell(BULK, REMOVED, 33, 6);
        nothingMoreIsHeard(id);

        assertThat(EventProbe.seen("campaign.events", organization))
                .extracting(EventProbe.Seen::type)
                .doesNotContain("ContactLeftCampaign");
    }

    @Test
    void whoever_was_deleted_is_not_brought_back_by_an_addition_that_comes_late() {
        long id = api.published(campaign("Welcome", SEGMENT, mail("mail", 101)));

        EventProbe.publish(
                "crm", organization, "ContactDeleted", 34, JsonObject.of("contactId", 34));
        Eventually.until("the deletion is noted", () -> revision(34, 0) == Long.MAX_VALUE);
        tell(BULK, ADDED, 34, 8);
        nothingMoreIsHeard(id);

        assertThat(api.log(id, 34)).isEmpty();
        assertThat(mailed()).isEmpty();
    }

    @Test
    void a_page_that_was_read_before_a_removal_lets_nobody_in_after_it() {
        tell(REALTIME, REMOVED, 35, 5);
        noted(35, 5);
        Neighbours.segment(organization, SEGMENT, 35L, 36L);

        long id = api.published(campaign("Welcome", SEGMENT, mail("mail", 101)));

        api.awaitLog(id, 36, "mail executed");
        assertThat(api.log(id, 35)).isEmpty();
    }

    private void tell(String topic, String type, long contact, long revision) {
        JsonObject data =
                new JsonObject()
                        .put("contactId", contact)
                        .put("segmentId", SEGMENT)
                        .put("segmentName", "Nine")
                        .put("manually", false)
                        .put("revision", revision);
        EventProbe.publish(UUID.randomUUID(), topic, organization, type, contact, data);
    }

    /** Every partition of the bulk lane has been read up to here. */
    private void nothingMoreIsHeard(long campaign) {
        for (long contact = 1_000; contact < 1_016; contact++) {
            tell(BULK, ADDED, contact, contact);
        }
        for (long contact = 1_000; contact < 1_016; contact++) {
            api.awaitLog(campaign, contact, "mail executed");
        }
    }

    private List<String> mailed() {
        return EventProbe.seen("campaign.events.bulk", organization).stream()
                .filter(seen -> seen.type().equals("EmailSendRequested"))
                .map(EventProbe.Seen::key)
                .filter(key -> Long.parseLong(key) < 1_000)
                .toList();
    }

    private void noted(long contact, long revision) {
        Eventually.until("it is noted", () -> revision(contact, SEGMENT) == revision);
    }

    private long revision(long contact, long segment) {
        return TestDatabase.number(
                "select coalesce(max(revision), 0) from campaign.membership where organization_id = %s and contact_id = %d and segment_id = %d"
                        .formatted(organization, contact, segment));
    }
}
