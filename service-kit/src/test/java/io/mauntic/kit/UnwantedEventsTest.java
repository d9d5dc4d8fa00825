package io.mauntic.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.Components;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a service does not want costs it next to nothing, and is never read twice. */
@QuarkusTest
@WithComponents
class UnwantedEventsTest {

    @ConfigProperty(name = "mauntic.topic.prefix")
    String prefix;

    @Test
    void events_of_types_without_a_handler_move_the_offsets_all_the_same() {
        OrganizationId organization = TestOrganizations.next();
        for (int key = 0; key < 50; key++) {
            EventProbe.publishBulk(
                    "kit", organization, "NoteIgnored", key, JsonObject.of("text", "unheard"));
        }

        Eventually.until("every partition is read to its end", () -> lag() == 0);
    }

    @Test
    void the_inbox_remembers_no_event_that_no_handler_wants() {
        OrganizationId organization = TestOrganizations.next();
        UUID unwanted =
                EventProbe.publish(
                        "kit", organization, "NoteHeard", 1, JsonObject.of("text", "small talk"));
        UUID wanted =
                EventProbe.publish(
                        "kit", organization, "NoteHeard", 1, JsonObject.of("text", "news"));

        Eventually.until("the news are noted", () -> remembered(wanted) == 1);

        assertThat(remembered(unwanted)).isZero();
    }

    @Test
    void data_that_are_no_json_are_set_aside() {
        OrganizationId organization = TestOrganizations.next();

        UUID broken =
                EventProbe.publishText("kit.events.bulk", organization, "NoteHeard", "{ not json");

        Eventually.until(
                "it is set aside",
                () ->
                        "{ not json"
                                .equals(
                                        TestDatabase.value(
                                                "select payload -> 'data' ->> 'unreadable' from kit.set_aside where subject = '"
                                                        + broken
                                                        + "'")));
    }

    private static long remembered(UUID event) {
        return TestDatabase.number("select count(*) from kit.inbox where batch = '" + event + "'");
    }

    /** How many records of the bulk lane this service has not committed. */
    private long lag() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Components.get("kafka")))) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (int partition = 0; partition < partitions(admin); partition++) {
                latest.put(new TopicPartition(topic(), partition), OffsetSpec.latest());
            }
            var ends = admin.listOffsets(latest).all().get();
            var committed =
                    admin.listConsumerGroupOffsets(prefix + "kit.bulk")
                            .partitionsToOffsetAndMetadata()
                            .get();
            return ends.entrySet().stream()
                    .mapToLong(
                            end ->
                                    end.getValue().offset()
                                            - (committed.get(end.getKey()) == null
                                                    ? 0
                                                    : committed.get(end.getKey()).offset()))
                    .sum();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int partitions(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic()))
                .allTopicNames()
                .get()
                .get(topic())
                .partitions()
                .size();
    }

    private String topic() {
        return prefix + "kit.events.bulk";
    }
}
