package io.mauntic.campaign.walk.messaging;

import io.mauntic.campaign.walk.engine.EmailReaction;
import io.mauntic.campaign.walk.engine.NoteDeliveries;
import io.mauntic.campaign.walk.engine.RequestKey;
import io.mauntic.campaign.walk.engine.TakeReactions;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the emails that campaigns asked for, and how people reacted to them. What machines
 * opened and clicked is no reaction.
 */
@ApplicationScoped
class EmailConsumer implements EventHandler {

    private static final String SENT = "EmailSent";
    private static final String NOT_SENT = "EmailNotSent";
    private static final String BOUNCED = "EmailBounced";
    private static final String OPENED = "EmailOpened";
    private static final String CLICKED = "EmailClicked";

    private final NoteDeliveries deliveries;
    private final TakeReactions reactions;

    EmailConsumer(NoteDeliveries deliveries, TakeReactions reactions) {
        this.deliveries = deliveries;
        this.reactions = reactions;
    }

    @Override
    public Set<String> types() {
        return Set.of(SENT, NOT_SENT, BOUNCED, OPENED, CLICKED);
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        Lane lane = events.getFirst().lane();
        return sent(organization, events)
                .chain(() -> failed(organization, events, lane))
                .chain(() -> reacted(organization, events, lane));
    }

    private Uni<Void> sent(OrganizationId organization, List<ReceivedEvent> events) {
        List<RequestKey> keys =
                events.stream()
                        .filter(event -> event.type().equals(SENT))
                        .map(EmailConsumer::key)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return keys.isEmpty() ? Uni.createFrom().voidItem() : deliveries.sent(organization, keys);
    }

    private Uni<Void> failed(OrganizationId organization, List<ReceivedEvent> events, Lane lane) {
        Map<String, Set<RequestKey>> byReason =
                events.stream()
                        .filter(
                                event ->
                                        event.type().equals(NOT_SENT)
                                                || event.type().equals(BOUNCED))
                        .filter(event -> key(event).isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        EmailConsumer::reason,
                                        Collectors.mapping(
                                                event -> key(event).orElseThrow(),
                                                Collectors.toSet())));
        return Multi.createFrom()
                .iterable(byReason.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        entry ->
                                deliveries.failed(
                                        organization, entry.getValue(), entry.getKey(), lane))
                .collect()
                .last();
    }

    private Uni<Void> reacted(OrganizationId organization, List<ReceivedEvent> events, Lane lane) {
        Collection<EmailReaction> seen =
                events.stream()
                        .filter(
                                event ->
                                        event.type().equals(OPENED) || event.type().equals(CLICKED))
                        .filter(event -> !Boolean.TRUE.equals(event.data().getBoolean("machine")))
                        .flatMap(event -> key(event).map(key -> reaction(event, key)).stream())
                        .collect(
                                Collectors.toMap(
                                        EmailReaction::key,
                                        Function.identity(),
                                        EmailReaction::and))
                        .values();
        return seen.isEmpty()
                ? Uni.createFrom().voidItem()
                : reactions.handle(organization, seen, lane);
    }

    private static EmailReaction reaction(ReceivedEvent event, RequestKey key) {
        return event.type().equals(OPENED)
                ? new EmailReaction(key, Optional.of(event.time()), Optional.empty())
                : new EmailReaction(key, Optional.empty(), Optional.of(event.time()));
    }

    private static String reason(ReceivedEvent event) {
        return event.type().equals(BOUNCED)
                ? "bounced"
                : event.data().getString("reason", "refused");
    }

    private static Optional<RequestKey> key(ReceivedEvent event) {
        return RequestKey.parse(event.data().getString("deliveryKey"));
    }
}
