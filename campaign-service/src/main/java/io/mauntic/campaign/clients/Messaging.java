package io.mauntic.campaign.clients;

import io.mauntic.contracts.messaging.model.Email;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.clients.ServiceCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What campaigns ask messaging. */
@ApplicationScoped
public class Messaging {

    private final ServiceCalls calls;
    private final MessagingEmails emails;

    Messaging(ServiceCalls calls, @RestClient MessagingEmails emails) {
        this.calls = calls;
        this.emails = emails;
    }

    /** The name of an email; empty when there is none. */
    public Uni<Optional<String>> emailName(OrganizationId organization, long email) {
        return Missing.asEmpty(
                calls.onBehalfOf(organization, () -> emails.getEmail(email)).map(Email::getName));
    }

    /** The names of the first hundred emails, by id. */
    public Uni<Map<Long, String>> emails(OrganizationId organization) {
        return calls.onBehalfOf(
                        organization, () -> emails.listEmails(1, 100, null, null, "name", "asc"))
                .map(
                        page ->
                                page.getItems().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        email -> email.getId(),
                                                        email -> email.getName())));
    }
}
