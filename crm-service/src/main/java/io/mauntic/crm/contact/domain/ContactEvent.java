package io.mauntic.crm.contact.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What happened to a contact. Each record is named as its event and holds the event's data. */
public sealed interface ContactEvent {

    long contactId();

    /** The contact's fields that may have a new value. */
    Set<String> changedFields();

    @JsonInclude(Include.NON_NULL)
    record ContactCreated(
            long contactId,
            String email,
            String firstname,
            String lastname,
            String company,
            String source,
            Instant createdAt)
            implements ContactEvent {
        @Override
        public Set<String> changedFields() {
            return Set.of();
        }
    }

    /**
     * @param changed the new values by field; null where the field is empty now
     */
    record ContactUpdated(
            long contactId,
            @JsonInclude(content = Include.ALWAYS) Map<String, Object> changed,
            String source)
            implements ContactEvent {
        @Override
        public Set<String> changedFields() {
            return changed.keySet();
        }
    }

    record TagsChanged(long contactId, Collection<String> added, Collection<String> removed)
            implements ContactEvent {
        @Override
        public Set<String> changedFields() {
            return Set.of("tags");
        }
    }

    record PointsAwarded(long contactId, int delta, int points) implements ContactEvent {
        @Override
        public Set<String> changedFields() {
            return Set.of("points");
        }
    }

    @JsonInclude(Include.NON_NULL)
    record StageChanged(long contactId, String from, String to) implements ContactEvent {
        @Override
        public Set<String> changedFields() {
            return Set.of("stage");
        }
    }
}
