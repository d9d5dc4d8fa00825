package io.mauntic.integrations.delivery.application;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is to be sent, what was, and when the next attempt is due. */
public interface Deliveries {

    /**
     * An event for a webhook, as it is queued.
     *
     * @param contact whom it speaks of; null when of nobody, or of one who is not known yet
     * @param submission the form's submission it speaks of; null when of none
     */
    record Queued(
            WebhookId webhook,
            UUID eventId,
            String event,
            String payload,
            boolean bulk,
            Long contact,
            Long submission) {}

    /** A due delivery that nobody else works on until its lease ends. */
    record Claim(long delivery, OrganizationId organization, WebhookId webhook, int attempt) {}

    /** Queues, inside the organization's unit of work; one that is there already stays as it is. */
    Uni<List<Long>> queue(OrganizationId organization, List<Queued> queued);

    /**
     * Notes whose the submissions are that were told, inside the organization's unit of work.
     *
     * @param contacts by submission
     */
    Uni<Void> name(OrganizationId organization, Map<Long, Long> contacts);

    /** Has it sent again now, inside the organization's unit of work; false when there is none. */
    Uni<Boolean> replay(OrganizationId organization, WebhookId webhook, long delivery);

    /**
     * Claims what is due, from every organization, realtime before bulk.
     *
     * @param running what is on its way already
     */
    Uni<List<Claim>> claim(OnTheirWay running, int most, Duration lease);

    /** Lets them come again after a rest. */
    Uni<Void> release(List<Claim> claims, Duration rest);

    /**
     * What was claimed of one organization; what is not to be sent any more is left out and
     * forgotten.
     */
    Uni<List<Delivery>> load(OrganizationId organization, List<Claim> claims);

    /** When the next one is due that has room. */
    Uni<Optional<Instant>> nextDue(OnTheirWay running);

    /**
     * Writes down what came of the attempts, in one transaction of the organization, with the
     * events that tell of it.
     */
    Uni<Void> settle(OrganizationId organization, List<Settlement> settlements);
}
