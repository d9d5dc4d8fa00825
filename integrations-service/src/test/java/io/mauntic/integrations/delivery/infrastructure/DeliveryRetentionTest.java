package io.mauntic.integrations.delivery.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.integrations.webhook.WebhooksApi;
import io.mauntic.integrations.webhook.WebhooksApi.Created;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class DeliveryRetentionTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String INSERT =
            """
            insert into delivery (id, organization_id, webhook_id, event_id, event, payload, bulk, status, created_at)
            select nextval('delivery_seq'), $1, $2, gen_random_uuid(), 'ContactCreated', '{}', false, status, now() - make_interval(days => days)
            from (values ('delivered', 31), ('failed', 31), ('pending', 31), ('delivered', 29)) as old (status, days)
            """;

    @Inject DeliveryRetention retention;
    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;

    @Test
    void what_ended_a_month_ago_is_forgotten_and_what_waits_is_not() {
        OrganizationId organization = TestOrganizations.next();
        WebhooksApi api = new WebhooksApi(organization);
        Created webhook = api.create("http://127.0.0.1:9/", "ContactCreated");
        unitOfWork
                .in(organization, () -> sql.update(INSERT, organization.value(), webhook.id()))
                .await()
                .atMost(LIMIT);

        assertThat(retention.forget().await().atMost(LIMIT)).isEqualTo(2);
        assertThat(api.deliveries(webhook).getList("items.status"))
                .containsExactlyInAnyOrder("pending", "delivered");
    }
}
