package io.mauntic.crm.consent;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.AddressHash;
import io.mauntic.kit.security.AddressHashes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What refusals mean for contacts as they are: whoever owns the refused address is not written to,
 * and a bounce is no matter of a contact that has another address by now.
 */
final class NotedRefusals {

    private final OrganizationId organization;
    private final AddressHashes hashes;
    private final Map<List<Object>, Refusal> contacts = new LinkedHashMap<>();
    private final List<Refusal> addresses = new ArrayList<>();

    NotedRefusals(OrganizationId organization, AddressHashes hashes) {
        this.organization = organization;
        this.hashes = hashes;
    }

    void add(Refusal refusal, List<Reached> known) {
        Optional<AddressHash> refused = hash(refusal.channel(), refusal.address());
        refused.ifPresent(_ -> addresses.add(refusal));
        for (Reached contact : known) {
            Refusal here =
                    new Refusal(
                            contact.contactId(),
                            refusal.channel(),
                            refusal.reason(),
                            contact.on(refusal.channel()));
            Optional<AddressHash> own = hash(here.channel(), here.address());
            boolean owner = refused.isPresent() && own.equals(refused);
            boolean person =
                    contact.contactId() == refusal.contactId()
                            && (refusal.reason() != Reason.BOUNCED || refused.isEmpty());
            if (owner || person) {
                contacts.merge(List.of(here.contactId(), here.channel()), here, Refusal::or);
                own.ifPresent(_ -> addresses.add(here));
            }
        }
    }

    Collection<Refusal> contacts() {
        return contacts.values();
    }

    /** With an address each. */
    Collection<Refusal> addresses() {
        return addresses;
    }

    /** Null for a refusal without an address. */
    String hash(Refusal refusal) {
        return hash(refusal.channel(), refusal.address()).map(AddressHash::hex).orElse(null);
    }

    private Optional<AddressHash> hash(Channel channel, String address) {
        return hashes.of(organization, channel, address);
    }
}
