package io.mauntic.crm.contact.domain;

import io.mauntic.crm.contact.domain.ContactEvent.ContactCreated;
import io.mauntic.crm.contact.domain.ContactEvent.ContactUpdated;
import io.mauntic.crm.contact.domain.ContactEvent.PointsAwarded;
import io.mauntic.crm.contact.domain.ContactEvent.StageChanged;
import io.mauntic.crm.contact.domain.ContactEvent.TagsChanged;
import io.mauntic.kernel.ContactId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/** A person whom the organization talks to, or wants to. */
public final class Contact {

    private final ContactId id;
    private final Instant createdAt;
    private ContactDetails details;
    private Instant updatedAt;

    public Contact(ContactId id, ContactDetails details, Instant createdAt, Instant updatedAt) {
        this.id = id;
        this.details = details;
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
    }

    public ContactCreated created(ContactSource source) {
        return new ContactCreated(
                id.value(),
                details.email(),
                details.firstname(),
                details.lastname(),
                details.company(),
                source.text(),
                createdAt);
    }

    /** Takes on other details. Tells only of what really changed; nothing changed, no event. */
    public List<ContactEvent> become(ContactDetails next, ContactSource source, Instant now) {
        List<ContactEvent> events = new ArrayList<>();
        Map<String, Object> changed = details.changedIn(next);
        if (!changed.isEmpty()) {
            events.add(new ContactUpdated(id.value(), changed, source.text()));
        }
        SortedSet<String> added = next.tagsNotIn(details.tags());
        SortedSet<String> removed = details.tagsNotIn(next.tags());
        if (!added.isEmpty() || !removed.isEmpty()) {
            events.add(new TagsChanged(id.value(), added, removed));
        }
        if (next.points() != details.points()) {
            events.add(
                    new PointsAwarded(id.value(), next.points() - details.points(), next.points()));
        }
        if (!Objects.equals(next.stage(), details.stage())) {
            events.add(new StageChanged(id.value(), details.stage(), next.stage()));
        }
        if (!events.isEmpty()) {
            details = next;
            updatedAt = now;
        }
        return events;
    }

    public ContactId id() {
        return id;
    }

    public ContactDetails details() {
        return details;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
