package io.mauntic.messaging.email;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.Edits;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.mauntic.messaging.MessagingClient;
import io.mauntic.messaging.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
@WithSurroundings
class EmailEditsTest {

    private final OrganizationId organization = TestOrganizations.next();

    @Test
    void of_an_email_are_kept() {
        long id = MessagingClient.email(organization, "Hello", "<p>Hello</p>");
        new Edits(
                        () -> MessagingClient.marketer(organization),
                        "/api/messaging/emails/" + id,
                        "subject")
                .areKept();
    }
}
