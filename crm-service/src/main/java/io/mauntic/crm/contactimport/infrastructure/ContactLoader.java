package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.company.application.CompanyRegistry;
import io.mauntic.crm.consent.AddressRefusals;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.segment.application.SegmentMembership;
import io.mauntic.crm.tag.TagRegistry;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.EventsConfig;
import io.mauntic.kit.events.Lane;
import io.mauntic.kit.events.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes and updates thousands of contacts at once, with everything that follows, inside the
 * organization's unit of work.
 */
@ApplicationScoped
class ContactLoader {

    private static final String BETWEEN_TAGS = "\u001F";

    private final Sql sql;
    private final TagRegistry tags;
    private final CompanyRegistry companies;
    private final SegmentMembership segments;
    private final AddressRefusals refusals;
    private final Outbox outbox;
    private final EventsConfig events;
    private final Clock clock;

    ContactLoader(
            Sql sql,
            TagRegistry tags,
            CompanyRegistry companies,
            SegmentMembership segments,
            AddressRefusals refusals,
            Outbox outbox,
            EventsConfig events,
            Clock clock) {
        this.sql = sql;
        this.tags = tags;
        this.companies = companies;
        this.segments = segments;
        this.refusals = refusals;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    private record Loaded(List<Long> created, List<Long> updated, Set<String> fields) {

        static Loaded of(Row row) {
            return new Loaded(
                    List.of(row.getArrayOfLongs("created")),
                    List.of(row.getArrayOfLongs("updated")),
                    Set.of(row.getArrayOfStrings("fields")));
        }
    }

    /** Answers how many contacts are new. Each address stands once in the chunk. */
    Uni<Integer> load(OrganizationId organization, Collection<ContactDetails> contacts) {
        if (contacts.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        outbox.wake(Lane.BULK);
        return sql.list(LoadSql.LOAD, Loaded::of, parameters(organization, contacts))
                .map(List::getFirst)
                .call(() -> tags.remember(organization, distinct(contacts, ContactDetails::tags)))
                .call(() -> companies.remember(organization, companyNames(contacts), Lane.BULK))
                .call(
                        loaded ->
                                refusals.settle(
                                        organization,
                                        Lane.BULK,
                                        loaded.created(),
                                        SegmentMembership.ALL_FIELDS))
                .call(
                        loaded ->
                                refusals.settle(
                                        organization, Lane.BULK, loaded.updated(), loaded.fields()))
                .call(
                        loaded ->
                                segments.reevaluate(
                                        organization,
                                        loaded.created(),
                                        SegmentMembership.ALL_FIELDS,
                                        Lane.BULK))
                .call(
                        loaded ->
                                segments.reevaluate(
                                        organization, loaded.updated(), loaded.fields(), Lane.BULK))
                .map(loaded -> loaded.created().size());
    }

    private Object[] parameters(OrganizationId organization, Collection<ContactDetails> contacts) {
        return new Object[] {
            organization.value(),
            texts(contacts, ContactDetails::email),
            texts(contacts, ContactDetails::firstname),
            texts(contacts, ContactDetails::lastname),
            texts(contacts, ContactDetails::phone),
            texts(contacts, ContactDetails::company),
            texts(contacts, ContactDetails::position),
            texts(contacts, ContactDetails::country),
            texts(contacts, ContactDetails::city),
            texts(contacts, ContactDetails::stage),
            contacts.stream().map(ContactDetails::points).toArray(Integer[]::new),
            texts(
                    contacts,
                    contact ->
                            contact.tags().isEmpty()
                                    ? null
                                    : String.join(BETWEEN_TAGS, contact.tags())),
            texts(
                    contacts,
                    contact ->
                            contact.fields().isEmpty()
                                    ? null
                                    : new JsonObject(contact.fields()).encode()),
            clock.instant().toString(),
            events.importTopic(),
            outbox.causes()
        };
    }

    private static String[] texts(
            Collection<ContactDetails> contacts, Function<ContactDetails, String> value) {
        return contacts.stream().map(value).toArray(String[]::new);
    }

    private static Set<String> distinct(
            Collection<ContactDetails> contacts,
            Function<ContactDetails, Collection<String>> values) {
        Set<String> distinct = new LinkedHashSet<>();
        contacts.forEach(contact -> distinct.addAll(values.apply(contact)));
        return distinct;
    }

    private static List<String> companyNames(Collection<ContactDetails> contacts) {
        return contacts.stream()
                .map(ContactDetails::company)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
