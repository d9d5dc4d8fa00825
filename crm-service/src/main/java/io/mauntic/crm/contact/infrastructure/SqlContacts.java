package io.mauntic.crm.contact.infrastructure;

import io.mauntic.crm.company.application.CompanyRegistry;
import io.mauntic.crm.contact.application.Contacts;
import io.mauntic.crm.contact.domain.Contact;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contact.domain.ContactSource;
import io.mauntic.crm.contact.domain.EmailAddressTaken;
import io.mauntic.crm.tag.TagRegistry;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Contacts by SQL rather than by an entity: {@code on conflict do nothing} answers the race for an
 * address without breaking the transaction, which a failed flush would.
 */
@ApplicationScoped
class SqlContacts implements Contacts {

    private static final String SELECT = "select " + ContactRow.COLUMNS + " from contact where ";

    private final Sql sql;
    private final TagRegistry tags;
    private final CompanyRegistry companies;

    SqlContacts(Sql sql, TagRegistry tags, CompanyRegistry companies) {
        this.sql = sql;
        this.tags = tags;
        this.companies = companies;
    }

    @Override
    public Uni<Contact> get(ContactId id) {
        return sql.first(SELECT + "id = $1 for update", ContactRow::contact, id.value())
                .map(found -> found.orElseThrow(() -> new NotFound("contact", id)));
    }

    @Override
    public Uni<Optional<Contact>> withEmail(String email) {
        return sql.first(SELECT + "email = $1 for update", ContactRow::contact, email);
    }

    @Override
    public Uni<Optional<ContactId>> ownerOf(String email) {
        return sql.first(
                "select id from contact where email = $1",
                row -> new ContactId(row.getLong("id")),
                email);
    }

    @Override
    public Uni<Optional<Contact>> add(
            OrganizationId organization,
            ContactDetails details,
            ContactSource source,
            Instant now) {
        List<Object> parameters = parameters(details, now);
        parameters.add(organization.value());
        parameters.add(source.text());
        return sql.first(
                        """
                        insert into contact (firstname, lastname, email, phone, company, position, country, city, points, stage, tags, fields,
                            created_at, updated_at, organization_id, source)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15)
                        on conflict (organization_id, email) do nothing
                        returning id
                        """,
                        row -> new Contact(new ContactId(row.getLong("id")), details, now, now),
                        parameters.toArray())
                .call(
                        added ->
                                added.map(_ -> remember(organization, details))
                                        .orElseGet(Uni.createFrom()::voidItem));
    }

    @Override
    public Uni<Void> save(OrganizationId organization, Contact contact) {
        ContactDetails details = contact.details();
        List<Object> parameters = parameters(details, contact.updatedAt());
        parameters.add(contact.id().value());
        return sql.update(
                        """
                        update contact
                        set firstname = $1, lastname = $2, email = $3, phone = $4, company = $5, position = $6, country = $7, city = $8,
                            points = $9, stage = $10, tags = $11, fields = $12, updated_at = $13, version = version + 1
                        where id = $14
                        """,
                        parameters.toArray())
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> EmailAddressTaken.justNow(details.email()))
                .chain(() -> remember(organization, details));
    }

    @Override
    public Uni<List<Long>> erase(List<Long> ids) {
        return sql.list(
                """
                with doomed as (delete from contact where id = any($1) returning id),
                    entries as (delete from timeline_entry where contact_id = any($1)),
                    visitors as (delete from visitor where contact_id = any($1)),
                    consent as (delete from do_not_contact where contact_id = any($1))
                select id from doomed order by id
                """,
                row -> row.getLong("id"),
                (Object) ids.toArray(Long[]::new));
    }

    private Uni<Void> remember(OrganizationId organization, ContactDetails details) {
        return tags.remember(organization, details.tags())
                .chain(
                        () ->
                                companies.remember(
                                        organization,
                                        Optional.ofNullable(details.company()).stream().toList(),
                                        Lane.REALTIME));
    }

    private static List<Object> parameters(ContactDetails details, Instant now) {
        return new ArrayList<>(
                Arrays.asList(
                        details.firstname(),
                        details.lastname(),
                        details.email(),
                        details.phone(),
                        details.company(),
                        details.position(),
                        details.country(),
                        details.city(),
                        details.points(),
                        details.stage(),
                        details.tags().toArray(String[]::new),
                        new JsonObject(new LinkedHashMap<>(details.fields())),
                        now.atOffset(ZoneOffset.UTC)));
    }
}
