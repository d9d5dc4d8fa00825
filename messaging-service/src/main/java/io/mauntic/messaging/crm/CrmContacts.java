package io.mauntic.messaging.crm;

import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.ContactLookup;
import io.mauntic.contracts.crm.model.ContactPage;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.clients.ServiceCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Contacts as crm knows them at this moment; never inside a unit of work. */
@ApplicationScoped
public class CrmContacts {

    private final ServiceCalls calls;
    private final CrmClient crm;

    CrmContacts(ServiceCalls calls, @RestClient CrmClient crm) {
        this.calls = calls;
        this.crm = crm;
    }

    /**
     * Those that exist, by id.
     *
     * @param ids at most 1,000
     */
    public Uni<Map<Long, Contact>> byId(OrganizationId organization, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return calls.onBehalfOf(
                        organization, () -> crm.lookupContacts(new ContactLookup(List.copyOf(ids))))
                .map(
                        found ->
                                found.getItems().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Contact::getId, Function.identity())));
    }

    /**
     * @throws NotFound (as the outcome) when there is none
     */
    public Uni<Contact> get(OrganizationId organization, ContactId id) {
        return byId(organization, List.of(id.value()))
                .map(
                        found -> {
                            Contact contact = found.get(id.value());
                            if (contact == null) {
                                throw new NotFound("contact", id);
                            }
                            return contact;
                        });
    }

    /** At most ten that crm finds by a part of a name or an address. */
    public Uni<List<Contact>> search(OrganizationId organization, String words) {
        return calls.onBehalfOf(
                        organization,
                        () ->
                                crm.listContacts(
                                        1, 10, null, words, "lastname", "asc", null, null, null))
                .map(ContactPage::getItems);
    }
}
