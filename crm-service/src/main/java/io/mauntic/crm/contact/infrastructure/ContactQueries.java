package io.mauntic.crm.contact.infrastructure;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.ContactPage;
import io.mauntic.crm.contact.application.ContactListing;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads contacts as the contract shows them. */
@ApplicationScoped
public class ContactQueries {

    static final String SELECT =
            "select "
                    + ContactRow.COLUMNS
                    + ", array(select channel from do_not_contact d where d.organization_id = contact.organization_id"
                    + " and d.contact_id = contact.id order by channel) as do_not_contact";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final ContactListQuery listQuery;

    ContactQueries(UnitOfWork unitOfWork, Sql sql, ContactListQuery listQuery) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.listQuery = listQuery;
    }

    public Uni<ContactPage> page(OrganizationId organization, ContactListing wanted) {
        return listQuery.page(organization, wanted);
    }

    /** Fails with {@link NotFound}. */
    public Uni<Contact> get(OrganizationId organization, ContactId id) {
        return unitOfWork
                .in(
                        organization,
                        () ->
                                sql.first(
                                        SELECT + " from contact where id = $1",
                                        ContactRow::contract,
                                        id.value()))
                .map(found -> found.orElseThrow(() -> new NotFound("contact", id)));
    }

    /** Those of these ids that exist, in the order of ids. */
    public Uni<List<Contact>> lookup(OrganizationId organization, List<Long> ids) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(
                                SELECT + " from contact where id = any($1) order by id",
                                ContactRow::contract,
                                (Object) ids.toArray(Long[]::new)));
    }

    /** A segment by its name. */
    public record SegmentName(long id, String name) {}

    /** The segments that a contact is in, by name. */
    public Uni<List<SegmentName>> segmentsOf(OrganizationId organization, ContactId contact) {
        return unitOfWork.in(
                organization,
                () ->
                        sql.list(
                                """
                                select s.id, s.name from segment_member m
                                join segment s on s.organization_id = m.organization_id and s.id = m.segment_id
                                where m.contact_id = $1 and m.hand is distinct from 'removed'
                                order by s.name, s.id limit 100
                                """,
                                row -> new SegmentName(row.getLong("id"), row.getString("name")),
                                contact.value()));
    }
}
