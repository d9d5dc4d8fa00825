package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Transience;
import io.mauntic.kit.database.UnitOfWork;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Receives both lanes and calls the {@link EventHandler}s: a batch of one organization is one unit
 * of work with one look into the inbox. When a batch fails, each of its events is tried alone; one
 * that fails for good goes to the dead letters and holds nobody up, while a database that is away
 * is waited for.
 */
@ApplicationScoped
class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final UnitOfWork unitOfWork;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final List<EventHandler> handlers;
    private final WantedTypes types;

    EventConsumer(
            UnitOfWork unitOfWork,
            Inbox inbox,
            DeadLetters deadLetters,
            @All List<EventHandler> handlers,
            WantedTypes types) {
        this.unitOfWork = unitOfWork;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.handlers = handlers;
        this.types = types;
    }

    @Incoming("events")
    Uni<Void> realtime(ConsumerRecords<String, byte[]> records) {
        return consume(Lane.REALTIME, records);
    }

    @Incoming("events-bulk")
    Uni<Void> bulk(ConsumerRecords<String, byte[]> records) {
        return consume(Lane.BULK, records);
    }

    private Uni<Void> consume(Lane lane, ConsumerRecords<String, byte[]> records) {
        Map<OrganizationId, List<ReceivedEvent>> byOrganization = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> kafkaRecord : records) {
            if (types.contains(EventHeaders.type(kafkaRecord))) {
                read(kafkaRecord, lane, byOrganization);
            }
        }
        return inTurn(
                byOrganization.entrySet(), entry -> deliver(entry.getKey(), entry.getValue()));
    }

    private static void read(
            ConsumerRecord<String, byte[]> kafkaRecord,
            Lane lane,
            Map<OrganizationId, List<ReceivedEvent>> byOrganization) {
        try {
            ReceivedEvent event = EventHeaders.read(kafkaRecord, lane);
            byOrganization.computeIfAbsent(event.organization(), _ -> new ArrayList<>()).add(event);
        } catch (RuntimeException unreadable) {
            // It has no organization or no id to keep it by; it stays in Kafka at the place that is
            // told here.
            LOG.errorf(
                    unreadable,
                    "Skipped an unreadable event at %s-%d offset %d",
                    kafkaRecord.topic(),
                    kafkaRecord.partition(),
                    kafkaRecord.offset());
        }
    }

    private Uni<Void> deliver(OrganizationId organization, List<ReceivedEvent> events) {
        return attempt(organization, events)
                .onFailure()
                .recoverWithUni(
                        failure -> {
                            LOG.warnf(
                                    failure,
                                    "A batch of %d events failed; each is tried alone",
                                    events.size());
                            return inTurn(events, event -> deliverAlone(organization, event));
                        });
    }

    private Uni<Void> deliverAlone(OrganizationId organization, ReceivedEvent event) {
        return attempt(organization, List.of(event))
                .onFailure(failure -> !Transience.isTransient(failure))
                .retry()
                .withBackOff(FIRST_REST, LONGEST_REST)
                .atMost(TRIES)
                .onFailure(Transience::isTransient)
                .retry()
                .withBackOff(FIRST_REST, LONGEST_REST)
                .indefinitely()
                .onFailure()
                .recoverWithUni(failure -> bury(event, failure));
    }

    private Uni<Void> bury(ReceivedEvent event, Throwable cause) {
        return Uni.createFrom()
                .deferred(() -> deadLetters.bury(event, TRIES + 1, cause))
                .onFailure()
                .retry()
                .withBackOff(FIRST_REST, LONGEST_REST)
                .indefinitely();
    }

    private Uni<Void> attempt(OrganizationId organization, List<ReceivedEvent> events) {
        return unitOfWork.in(
                organization,
                () ->
                        wanted(organization, events)
                                .chain(inbox::claim)
                                .invoke(unitOfWork.attached(Causes.class, Causes::new)::handling)
                                .chain(fresh -> handle(organization, fresh)));
    }

    private Uni<List<ReceivedEvent>> wanted(
            OrganizationId organization, List<ReceivedEvent> events) {
        Set<UUID> wanted = new HashSet<>();
        return inTurn(
                        handlers,
                        handler ->
                                handler.wanted(organization, of(handler, events))
                                        .invoke(some -> some.forEach(e -> wanted.add(e.id())))
                                        .replaceWithVoid())
                .map(_ -> events.stream().filter(event -> wanted.contains(event.id())).toList());
    }

    private Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> fresh) {
        return inTurn(
                handlers,
                handler -> {
                    List<ReceivedEvent> wanted = of(handler, fresh);
                    return wanted.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : handler.handle(organization, wanted);
                });
    }

    private static List<ReceivedEvent> of(EventHandler handler, List<ReceivedEvent> events) {
        Set<String> types = handler.types();
        return events.stream().filter(event -> types.contains(event.type())).toList();
    }

    private static <T> Uni<Void> inTurn(
            Iterable<T> items, java.util.function.Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last();
    }
}
