package io.mauntic.campaign.clients;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.ContactLookup;
import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.contracts.crm.model.SegmentMemberIds;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.clients.ServiceCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What campaigns ask crm. */
@ApplicationScoped
public class Crm {

    private static final int PAGE = 1_000;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final ServiceCalls calls;
    private final CrmSegments segments;
    private final CrmContacts contacts;
    private final ObjectMapper json;

    Crm(
            ServiceCalls calls,
            @RestClient CrmSegments segments,
            @RestClient CrmContacts contacts,
            ObjectMapper json) {
        this.calls = calls;
        this.segments = segments;
        this.contacts = contacts;
        this.json = json;
    }

    /** The name of a segment; empty when there is none. */
    public Uni<Optional<String>> segmentName(OrganizationId organization, long segment) {
        return Missing.asEmpty(
                calls.onBehalfOf(organization, () -> segments.getSegment(segment))
                        .map(Segment::getName));
    }

    /** The first hundred segments by name. */
    public Uni<List<Segment>> segments(OrganizationId organization) {
        return calls.onBehalfOf(
                organization,
                () ->
                        segments.listSegments(1, 100, null, null, "name", "asc")
                                .map(page -> page.getItems()));
    }

    /** Up to 1,000 members of a segment, by ascending id; none when the segment is no more. */
    public Uni<SegmentMemberIds> memberIds(
            OrganizationId organization, long segment, Optional<String> cursor) {
        return Missing.asEmpty(
                        calls.onBehalfOf(
                                organization,
                                () ->
                                        segments.listSegmentMemberIds(
                                                segment, cursor.orElse(null), PAGE)))
                .map(page -> page.orElseGet(() -> new SegmentMemberIds().ids(List.of())));
    }

    /** The contacts that exist among these, at most 1,000, as the contract shows them, by id. */
    public Uni<Map<Long, Map<String, Object>>> lookup(OrganizationId organization, List<Long> ids) {
        return calls.onBehalfOf(
                        organization, () -> contacts.lookupContacts(new ContactLookup().ids(ids)))
                .map(
                        found ->
                                found.getItems().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Contact::getId,
                                                        contact ->
                                                                json.convertValue(
                                                                        contact, VALUES))));
    }
}
