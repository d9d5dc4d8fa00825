package io.mauntic.crm.contact.infrastructure;

import io.mauntic.crm.contact.domain.Contact;
import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.kernel.ContactId;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A row of the table {@code contact}, as the domain and as the contract know it. */
final class ContactRow {

    static final String COLUMNS =
            "id, version, firstname, lastname, email, phone, company, position, country, city, points, stage, tags, fields, created_at, updated_at";

    private ContactRow() {}

    static Contact contact(Row row) {
        ContactDetails details =
                new ContactDetails(
                        row.getString("firstname"),
                        row.getString("lastname"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("company"),
                        row.getString("position"),
                        row.getString("country"),
                        row.getString("city"),
                        row.getInteger("points"),
                        row.getString("stage"),
                        new TreeSet<>(List.of(row.getArrayOfStrings("tags"))),
                        new TreeMap<>(row.getJsonObject("fields").getMap()));
        return new Contact(
                new ContactId(row.getLong("id")),
                details,
                time(row, "created_at").toInstant(),
                time(row, "updated_at").toInstant());
    }

    /** With the column {@code do_not_contact}, an array of channels. */
    static io.mauntic.contracts.crm.model.Contact contract(Row row) {
        return new io.mauntic.contracts.crm.model.Contact()
                .id(row.getLong("id"))
                .version(row.getLong("version"))
                .firstname(row.getString("firstname"))
                .lastname(row.getString("lastname"))
                .email(row.getString("email"))
                .phone(row.getString("phone"))
                .company(row.getString("company"))
                .position(row.getString("position"))
                .country(row.getString("country"))
                .city(row.getString("city"))
                .points(row.getInteger("points"))
                .stage(row.getString("stage"))
                .tags(List.of(row.getArrayOfStrings("tags")))
                .fields(row.getJsonObject("fields").getMap())
                .doNotContact(List.of(row.getArrayOfStrings("do_not_contact")))
                .createdAt(time(row, "created_at"))
                .updatedAt(time(row, "updated_at"));
    }

    private static OffsetDateTime time(Row row, String column) {
        return row.getOffsetDateTime(column);
    }
}
