package io.mauntic.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Erasing a contact reaches every column of a service that can hold something of a person. A
 * service's {@code ErasureTest} extends it; its {@code erasure.sql} leaves a person's trace in
 * every column that is said to be erased ({@code {organization}}, {@code {contact}}, {@code
 * {trace}} and {@code {id}}, a number of its own, are filled in).
 */
public abstract class ErasureRules extends PersonalDataRules {

    /** Tells the service that the contact is erased; unless said otherwise, as crm tells it. */
    protected void erase(OrganizationId organization, long contact) {
        EventProbe.publish(
                "crm",
                organization,
                "ContactDeleted",
                contact,
                new JsonObject().put("contactId", contact));
    }

    @Test
    void erasing_a_contact_reaches_all_that_is_known_of_it_and_nothing_else() {
        OrganizationId organization = TestOrganizations.next();
        OrganizationId other = TestOrganizations.next();
        String erased = leaveTrace(organization, 990_001, 991_001);
        String neighbour = leaveTrace(organization, 990_002, 991_002);
        String namesake = leaveTrace(other, 990_001, 991_003);
        assertThat(placesOf(erased)).isEqualTo(personalData().erased());

        erase(organization, 990_001);

        Eventually.asserted(() -> assertThat(placesOf(erased)).isEmpty());
        assertThat(placesOf(neighbour)).isEqualTo(personalData().erased());
        assertThat(placesOf(namesake)).isEqualTo(personalData().erased());
    }

    private String leaveTrace(OrganizationId organization, long contact, long id) {
        String trace = "trace" + UUID.randomUUID().toString().replace("-", "");
        TestDatabase.execute(
                "set search_path = %s; ".formatted(TestContext.name())
                        + filled(SET_ASIDE + script(), organization, contact, id, trace));
        return trace;
    }

    private static final String SET_ASIDE =
            """
            insert into set_aside (organization_id, kind, subject, cause, attempts, payload)
            values ({organization}, 'event', '{id} {trace}', '{trace}', 3, '{"key": "{contact}", "data": {"contactId": {contact}, "name": "{trace}"}}'),
                   ({organization}, 'outgoing', '{id} {trace}', '{trace}', 1, '{"event": {"key": "1", "data": {"contactId": {contact}, "name": "{trace}"}}}');
            """;

    private String script() {
        try (InputStream found = getClass().getResourceAsStream("/erasure.sql")) {
            return found == null ? "" : new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String filled(
            String script, OrganizationId organization, long contact, long id, String trace) {
        return script.replace("{organization}", organization.toString())
                .replace("{contact}", Long.toString(contact))
                .replace("{id}", Long.toString(id))
                .replace("{trace}", trace);
    }

    /** The columns that hold the trace, whatever the case. */
    private static Set<String> placesOf(String trace) {
        Set<String> places = new TreeSet<>();
        for (String column : wordy()) {
            String[] parts = column.split("\\.");
            String found =
                    "select 1 from %s.%s where %s::text ilike '%%%s%%' limit 1"
                            .formatted(TestContext.name(), parts[0], parts[1], trace);
            if (TestDatabase.value(found) != null) {
                places.add(column);
            }
        }
        return places;
    }
}
