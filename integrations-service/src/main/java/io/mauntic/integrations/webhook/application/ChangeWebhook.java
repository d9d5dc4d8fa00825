package io.mauntic.integrations.webhook.application;

import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.integrations.webhook.domain.Webhook;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Changes what a webhook wants, or whether it wants anything. */
@ApplicationScoped
public class ChangeWebhook {

    private final UnitOfWork unitOfWork;
    private final Versions versions;
    private final Webhooks webhooks;
    private final SwitchWebhook switchWebhook;

    ChangeWebhook(
            UnitOfWork unitOfWork,
            Versions versions,
            Webhooks webhooks,
            SwitchWebhook switchWebhook) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
        this.webhooks = webhooks;
        this.switchWebhook = switchWebhook;
    }

    /**
     * What is wanted of a webhook.
     *
     * @param active whether it is sent anything
     */
    public record Wanted(Subscription subscription, boolean active) {}

    /**
     * @param seen what the editor has seen
     * @param change gets what is wanted now, while the webhook is locked; an address that it brings
     *     was checked by {@link Destinations} before
     */
    public Uni<Void> handle(
            OrganizationId organization, WebhookId id, IfMatch seen, UnaryOperator<Wanted> change) {
        return unitOfWork.in(
                organization,
                () ->
                        versions.lock("webhook", id.value(), seen)
                                .chain(() -> webhooks.get(organization, id))
                                .chain(webhook -> change(webhook, change)));
    }

    private Uni<Void> change(Webhook webhook, UnaryOperator<Wanted> change) {
        Wanted wanted = change.apply(new Wanted(webhook.subscription(), webhook.active()));
        webhook.change(wanted.subscription());
        return switchWebhook.switched(webhook, wanted.active());
    }
}
