package io.mauntic.integrations.webhook;

import static io.mauntic.integrations.webhook.WebhooksApi.READ;
import static io.mauntic.integrations.webhook.WebhooksApi.WRITE;

import io.mauntic.kit.test.Edits;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class WebhookEditsTest {

    private final WebhooksApi api = new WebhooksApi(TestOrganizations.next());

    @Test
    void of_a_webhook_are_kept() {
        String address = api.create("http://127.0.0.1:9/hook", "FormSubmitted").address();
        new Edits(() -> api.as(READ, WRITE), address, "name").areKept();
    }
}
