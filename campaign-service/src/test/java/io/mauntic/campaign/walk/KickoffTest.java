package io.mauntic.campaign.walk;

import static io.mauntic.campaign.Api.campaign;
import static io.mauntic.campaign.Api.mail;
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
import io.mauntic.kit.timers.TimerLoop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithTestResource(Neighbours.class)
class KickoffTest {

    @Inject TimerLoop timers;

    private final OrganizationId organization = TestOrganizations.next();
    private final Api api = new Api(organization);

    @Test
    void two_thousand_members_enter_once_while_some_are_added_at_the_same_time() {
        Neighbours.segment(
                organization, 70, LongStream.rangeClosed(1, 2_000).boxed().toArray(Long[]::new));
        Neighbours.email(organization, 101, "Welcome");
        OrganizationId stranger = TestOrganizations.next();
        Neighbours.segment(stranger, 70, 9_001L);
        Neighbours.email(stranger, 101, "Theirs");

        long theirs = new Api(stranger).published(campaign("Theirs", 70, mail("mail", 101)));
        long id = api.published(campaign("Everyone", 70, mail("mail", 101)));
        for (long contact = 1_990; contact <= 2_010; contact++) {
            added(contact);
        }
        Eventually.until(
                "all are done",
                () -> count("campaign_log", id) == 2_010 && count("campaign_log", theirs) == 1);

        List<Seen> bulk =
                EventProbe.await("campaign.events.bulk", organization, "EmailSendRequested", 1_989);
        List<String> keys =
                java.util.stream.Stream.concat(
                                bulk.stream(),
                                EventProbe.await(
                                        "campaign.events", organization, "EmailSendRequested", 10)
                                        .stream())
                        .map(seen -> seen.data().getString("deliveryKey"))
                        .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize(2_010);
        assertThat(count("campaign_member", id)).isEqualTo(2_010);
        assertThat(count("pending_step", id)).isZero();
        assertThat(count("source_sync", id)).isZero();
        assertThat(
                        TestDatabase.number(
                                "select count(*) from campaign.campaign_log where organization_id = "
                                        + stranger))
                .isEqualTo(1);
        api.everything()
                .get(Api.CAMPAIGNS + "/" + id + "/figures")
                .then()
                .body(
                        "active",
                        org.hamcrest.Matchers.equalTo(2_010),
                        "events[0].done",
                        org.hamcrest.Matchers.equalTo(2_010));
    }

    @Test
    void a_new_source_comes_in_and_a_removed_one_lets_go() {
        Neighbours.segment(organization, 71, 1L, 2L, 3L);
        long id = api.created(campaign("Patient", 71, Api.tag("tag", "x")));
        api.publish(id).statusCode(200);
        Eventually.until("all are done", () -> count("campaign_log", id) == 3);
        Neighbours.segment(organization, 72, 4L);
        api.patch(id, new JsonObject().put("sources", sources(71, 72))).statusCode(200);
        Eventually.until("the new source has come in", () -> count("campaign_log", id) == 4);
        api.patch(id, new JsonObject().put("sources", sources(72))).statusCode(200);
        Eventually.until(
                "whom only the old source held has left",
                () ->
                        TestDatabase.number(
                                        "select count(*) from campaign.campaign_member where left_at is null and campaign_id = "
                                                + id)
                                == 1);
    }

    @Test
    void connections_that_break_in_the_middle_lose_nothing_and_repeat_nothing() {
        Neighbours.segment(
                organization, 73, LongStream.rangeClosed(1, 5_000).boxed().toArray(Long[]::new));
        Neighbours.email(organization, 101, "Welcome");
        long id = api.published(campaign("Broken", 73, mail("mail", 101)));
        for (int broken = 0; broken < 5; broken++) {
            long before = count("campaign_log", id);
            TestDatabase.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'campaign_app' and datname = current_database()");
            Eventually.until(
                    "it goes on", () -> count("campaign_log", id) > before || before == 5_000);
        }
        Eventually.until(
                "all are done",
                () -> count("campaign_log", id) == 5_000 && count("outbox", organization) == 0);

        Map<String, Set<UUID>> told =
                EventProbe.seen("campaign.events.bulk", organization).stream()
                        .filter(seen -> seen.type().equals("EmailSendRequested"))
                        .collect(
                                Collectors.groupingBy(
                                        seen -> seen.data().getString("deliveryKey"),
                                        Collectors.mapping(Seen::id, Collectors.toSet())));
        assertThat(told).hasSize(5_000);
        assertThat(told.values()).allMatch(ids -> ids.size() == 1);
        assertThat(count("campaign_member", id)).isEqualTo(5_000);
        assertThat(count("pending_step", id)).isZero();
    }

    @Test
    void whom_only_a_deleted_segment_held_leaves() {
        Neighbours.segment(organization, 74, 1L, 2L);
        long id = api.published(campaign("Orphaned", 74, Api.tag("tag", "x")));
        Eventually.until("all are done", () -> count("campaign_log", id) == 2);
        EventProbe.publish(
                "crm", organization, "SegmentDeleted", 74, new JsonObject().put("segmentId", 74));
        Eventually.until(
                "all have left",
                () ->
                        TestDatabase.number(
                                        "select count(*) from campaign.campaign_member where left_at is not null and campaign_id = "
                                                + id)
                                == 2);
    }

    @Test
    void a_deleted_campaign_is_purged_when_its_time_has_come() {
        Neighbours.segment(organization, 75, 1L);
        long id = api.published(campaign("Purged", 75, Api.tag("tag", "x")));
        Eventually.until("it ran", () -> count("campaign_log", id) == 1);
        api.everything().delete(Api.CAMPAIGNS + "/" + id).then().statusCode(204);
        assertThat(count("campaign_log", id)).isEqualTo(1);
        TestDatabase.execute(
                "update campaign.timer set due_at = now() where kind = 'purge-campaign' and subject = '"
                        + id
                        + "'");
        timers.wake();
        Eventually.until(
                "nothing is left",
                () ->
                        count("campaign_log", id)
                                        + count("campaign_member", id)
                                        + count("campaign_source", id)
                                == 0);
        assertThat(TestDatabase.number("select count(*) from campaign.campaign where id = " + id))
                .isZero();
    }

    private static long count(String table, OrganizationId organization) {
        return TestDatabase.number(
                "select count(*) from campaign."
                        + table
                        + " where organization_id = "
                        + organization);
    }

    private static JsonArray sources(int... segments) {
        JsonArray sources = new JsonArray();
        for (int segment : segments) {
            sources.add(new JsonObject().put("type", "segment").put("id", segment));
        }
        return sources;
    }

    private void added(long contact) {
        JsonObject data =
                new JsonObject()
                        .put("contactId", contact)
                        .put("segmentId", 70)
                        .put("segmentName", "All")
                        .put("manually", false)
                        .put("revision", 1_000 + contact);
        EventProbe.publish("crm", organization, "ContactAddedToSegment", contact, data);
    }

    private static long count(String table, long campaign) {
        return TestDatabase.number(
                "select count(*) from campaign." + table + " where campaign_id = " + campaign);
    }
}
