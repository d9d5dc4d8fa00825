package io.mauntic.kit.events;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Transience;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.setaside.Failures;
import io.mauntic.kit.setaside.Halving;
import io.mauntic.kit.timers.Pace;
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
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Receives both lanes and calls the {@link EventHandler}s: a batch of one organization is one unit
 * of work with one look into the inbox. A batch that fails is halved until the events at fault
 * stand alone; what fails twice goes to the dead letters and holds nobody up, while a database that
 * is away is waited for.
 */
@ApplicationScoped
class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_PACE = Duration.ofMillis(50);
    private static final int CROWD = 250;
    private static final Duration SECOND_TRY = Duration.ofMillis(200);
    private static final int CONTENDED_TRIES = 8;
    private static final int TRIES = 2;

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
        Pace pace = new Pace(LONGEST_PACE);
        return inTurn(byOrganization.entrySet(), entry -> deliver(entry.getKey(), entry.getValue()))
                .call(() -> records.count() < CROWD ? keep(pace) : nothing());
    }

    private static Uni<Void> keep(Pace pace) {
        pace.end();
        long early = pace.millisToNext();
        return early > 0 ? nothing().onItem().delayIt().by(Duration.ofMillis(early)) : nothing();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
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
        Map<UUID, ReceivedEvent> failed = new LinkedHashMap<>();
        return halving(
                        organization,
                        events,
                        (event, failure) -> {
                            LOG.debugf(failure, "%s %s failed", event.type(), event.id());
                            failed.put(event.id(), event);
                            return Uni.createFrom().voidItem();
                        })
                .chain(() -> again(organization, List.copyOf(failed.values())));
    }

    /** Once more after a rest that all of them share, then for good. */
    private Uni<Void> again(OrganizationId organization, List<ReceivedEvent> failed) {
        if (failed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(SECOND_TRY)
                .chain(() -> halving(organization, failed, this::bury));
    }

    /** A database that is away is waited for; Kafka holds the rest back meanwhile. */
    private Uni<Void> halving(
            OrganizationId organization,
            List<ReceivedEvent> events,
            BiFunction<ReceivedEvent, Throwable, Uni<Void>> alone) {
        return Uni.createFrom()
                .deferred(() -> Halving.of(events, some -> bounded(organization, some), alone))
                .onFailure(Transience::isTransient)
                .invoke(away -> LOG.warnf("Events wait: %s", Failures.inWords(away)))
                .onFailure(Transience::isTransient)
                .retry()
                .withBackOff(FIRST_REST, LONGEST_REST)
                .indefinitely();
    }

    /** Locks that are not had are a fault of the batch itself once it has waited long enough. */
    private Uni<Void> bounded(OrganizationId organization, List<ReceivedEvent> events) {
        return Uni.createFrom()
                .deferred(() -> attempt(organization, events))
                .onFailure(Transience::isContention)
                .retry()
                .withBackOff(FIRST_REST, LONGEST_REST)
                .atMost(CONTENDED_TRIES)
                .onFailure(failure -> Transience.isContention(failure.getCause()))
                .transform(failure -> new IllegalStateException(Failures.inWords(failure)));
    }

    private Uni<Void> bury(ReceivedEvent event, Throwable cause) {
        return Uni.createFrom()
                .deferred(() -> deadLetters.bury(event, TRIES, cause))
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
