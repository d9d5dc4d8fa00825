package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.application.Settlement;
import io.mauntic.integrations.delivery.domain.Verdict.GivenUp;
import io.mauntic.integrations.delivery.domain.Verdict.Gone;
import io.mauntic.integrations.webhook.application.Webhooks;
import io.mauntic.integrations.webhook.domain.DisabledReason;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Disables webhooks whose receivers said so, or that nothing has reached for as long as a delivery
 * is tried.
 */
@ApplicationScoped
class UnwantedWebhooks {

    private static final String SILENT =
            """
            select 1 from webhook where organization_id = $1 and id = $2 and not exists
                (select from delivery where organization_id = $1 and id = $3 and created_at < webhook.last_success_at)
            """;

    private final Sql sql;
    private final Webhooks webhooks;

    UnwantedWebhooks(Sql sql, Webhooks webhooks) {
        this.sql = sql;
        this.webhooks = webhooks;
    }

    /** After the outcomes were written, in the same unit of work. */
    Uni<Void> disable(OrganizationId organization, List<Settlement> settlements) {
        Map<WebhookId, Settlement> suspects = new LinkedHashMap<>();
        settlements.stream()
                .filter(
                        settlement ->
                                settlement.verdict() instanceof Gone
                                        || settlement.verdict() instanceof GivenUp)
                .forEach(
                        settlement ->
                                suspects.merge(
                                        settlement.delivery().webhook(),
                                        settlement,
                                        (a, b) -> a.verdict() instanceof Gone ? a : b));
        Uni<Void> disabled = Uni.createFrom().voidItem();
        for (Map.Entry<WebhookId, Settlement> suspect : suspects.entrySet()) {
            disabled =
                    disabled.chain(() -> judge(organization, suspect.getKey(), suspect.getValue()));
        }
        return disabled;
    }

    private Uni<Void> judge(OrganizationId organization, WebhookId id, Settlement settlement) {
        if (settlement.verdict() instanceof Gone) {
            return disable(organization, id, DisabledReason.GONE);
        }
        return sql.first(
                        SILENT,
                        row -> true,
                        organization.value(),
                        id.value(),
                        settlement.delivery().id())
                .chain(
                        silent ->
                                silent.isPresent()
                                        ? disable(organization, id, DisabledReason.FAILING)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> disable(OrganizationId organization, WebhookId id, DisabledReason reason) {
        return webhooks.get(organization, id).chain(webhook -> disable(webhook, reason));
    }

    private Uni<Void> disable(Webhook webhook, DisabledReason reason) {
        return webhook.disable(reason)
                .map(
                        event ->
                                webhooks.save(webhook)
                                        .chain(
                                                () ->
                                                        webhooks.publish(
                                                                webhook.organization(), event)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
