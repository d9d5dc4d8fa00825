package io.mauntic.crm.consent;

import io.mauntic.crm.segment.application.SegmentMembership;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Tells the other contexts and the segments whom not to write to, in the unit of work. */
@ApplicationScoped
class RefusalEvents {

    private static final int MOST_AT_ONCE = 1_000;
    private static final Set<String> FIELD = Set.of("doNotContact");

    private final Outbox outbox;
    private final SegmentMembership segments;

    RefusalEvents(Outbox outbox, SegmentMembership segments) {
        this.outbox = outbox;
        this.segments = segments;
    }

    Uni<Void> added(OrganizationId organization, Lane lane, List<Refusal> refusals) {
        return tell(organization, lane, "DoNotContactAdded", refusals);
    }

    Uni<Void> removed(OrganizationId organization, Lane lane, List<Refusal> refusals) {
        return tell(organization, lane, "DoNotContactRemoved", refusals);
    }

    private Uni<Void> tell(
            OrganizationId organization, Lane lane, String type, List<Refusal> refusals) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (int from = 0; from < refusals.size(); from += MOST_AT_ONCE) {
            var some =
                    refusals.subList(from, Math.min(from + MOST_AT_ONCE, refusals.size())).stream()
                            .map(refusal -> refusal.event(type))
                            .toList();
            told = told.chain(() -> outbox.publish(organization, lane, some));
        }
        List<Long> contacts = refusals.stream().map(Refusal::contactId).distinct().toList();
        return told.chain(() -> segments.reevaluate(organization, contacts, FIELD, lane));
    }
}
