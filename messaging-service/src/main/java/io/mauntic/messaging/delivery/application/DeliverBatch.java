package io.mauntic.messaging.delivery.application;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.events.Lane;
import io.mauntic.messaging.crm.CrmContacts;
import io.mauntic.messaging.delivery.application.PreparedMails.Draft;
import io.mauntic.messaging.delivery.application.PreparedMails.Prepared;
import io.mauntic.messaging.delivery.infrastructure.ClaimedDelivery;
import io.mauntic.messaging.delivery.infrastructure.DeliveryOrder;
import io.mauntic.messaging.delivery.infrastructure.DeliveryQueries;
import io.mauntic.messaging.delivery.infrastructure.Outcomes;
import io.mauntic.messaging.delivery.infrastructure.StoredEmail;
import io.mauntic.messaging.delivery.infrastructure.Suppressions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sends the claimed deliveries of one organization: two short reads, one lookup at crm, the mails,
 * one write. Nobody is written to who is on the list of do-not-contact at the moment before the
 * first of these mails leaves.
 */
@ApplicationScoped
class DeliverBatch {

    private final UnitOfWork unitOfWork;
    private final DeliveryQueries queries;
    private final Suppressions suppressions;
    private final CrmContacts contacts;
    private final PreparedMails mails;
    private final SendMails sending;
    private final Outcomes outcomes;

    DeliverBatch(
            UnitOfWork unitOfWork,
            DeliveryQueries queries,
            Suppressions suppressions,
            CrmContacts contacts,
            PreparedMails mails,
            SendMails sending,
            Outcomes outcomes) {
        this.unitOfWork = unitOfWork;
        this.queries = queries;
        this.suppressions = suppressions;
        this.contacts = contacts;
        this.mails = mails;
        this.sending = sending;
        this.outcomes = outcomes;
    }

    private record Work(List<DeliveryOrder> orders, Map<Long, StoredEmail> emails) {}

    /** The links of the batch by email and address, and whom not to write to. */
    private record Ready(Map<Long, Map<String, Long>> links, Set<Long> suppressed) {}

    Uni<Void> handle(OrganizationId organization, Lane lane, List<ClaimedDelivery> claimed) {
        List<Result> settled =
                claimed.stream()
                        .filter(ClaimedDelivery::handedOver)
                        .<Result>map(delivery -> new Result.Settled(delivery.id()))
                        .toList();
        Map<Long, Integer> failures =
                claimed.stream()
                        .filter(delivery -> !delivery.handedOver())
                        .collect(Collectors.toMap(ClaimedDelivery::id, ClaimedDelivery::attempts));
        return unitOfWork
                .in(organization, () -> work(failures.keySet()))
                .chain(work -> prepare(organization, work))
                .chain(prepared -> send(organization, lane, prepared, failures))
                .chain(results -> outcomes.write(organization, lane, concat(settled, results)));
    }

    private Uni<Work> work(Set<Long> ids) {
        return queries.orders(ids)
                .chain(
                        orders ->
                                queries.emails(
                                                orders.stream()
                                                        .map(DeliveryOrder::emailId)
                                                        .collect(Collectors.toSet()))
                                        .map(emails -> new Work(orders, emails)));
    }

    private Uni<Prepared> prepare(OrganizationId organization, Work work) {
        Set<Long> ids =
                work.orders().stream()
                        .map(DeliveryOrder::contactId)
                        .collect(Collectors.toCollection(TreeSet::new));
        return contacts.byId(organization, ids)
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(found -> mails.prepare(organization, work.orders(), work.emails(), found));
    }

    private Uni<List<Result>> send(
            OrganizationId organization,
            Lane lane,
            Prepared prepared,
            Map<Long, Integer> failures) {
        Map<Long, Set<String>> urls = new TreeMap<>();
        prepared.drafts()
                .forEach(
                        draft ->
                                urls.computeIfAbsent(draft.email().id(), _ -> new TreeSet<>())
                                        .addAll(sending.links(draft)));
        return unitOfWork
                .in(organization, () -> ready(organization, prepared.drafts(), urls))
                .chain(ready -> send(lane, prepared, failures, ready));
    }

    private Uni<Ready> ready(
            OrganizationId organization, List<Draft> drafts, Map<Long, Set<String>> urls) {
        Map<Long, Map<String, Long>> links = new HashMap<>();
        return Multi.createFrom()
                .iterable(urls.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        email ->
                                queries.links(organization, email.getKey(), email.getValue())
                                        .invoke(ids -> links.put(email.getKey(), ids)))
                .collect()
                .last()
                .chain(
                        () ->
                                suppressions.among(
                                        organization,
                                        Channel.EMAIL,
                                        drafts.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                draft -> draft.order().contactId(),
                                                                draft -> draft.to().value(),
                                                                (one, _) -> one))))
                .map(suppressed -> new Ready(links, suppressed));
    }

    private Uni<List<Result>> send(
            Lane lane, Prepared prepared, Map<Long, Integer> failures, Ready ready) {
        List<Result> refused = new ArrayList<>(prepared.refused());
        List<Draft> drafts = new ArrayList<>(prepared.drafts().size());
        for (Draft draft : prepared.drafts()) {
            if (ready.suppressed().contains(draft.order().contactId())) {
                refused.add(new Result.NotSent(draft.order().id(), NotSentReason.DO_NOT_CONTACT));
            } else {
                drafts.add(draft);
            }
        }
        return sending.send(lane, drafts, ready.links(), failures)
                .map(sent -> concat(refused, sent));
    }

    private static List<Result> concat(List<Result> some, List<Result> others) {
        List<Result> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
