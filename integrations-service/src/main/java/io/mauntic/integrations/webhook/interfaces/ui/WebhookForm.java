package io.mauntic.integrations.webhook.interfaces.ui;

import io.mauntic.contracts.integrations.model.Webhook;
import io.mauntic.integrations.webhook.domain.EventCatalogue;
import io.mauntic.integrations.webhook.domain.Subscription;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import io.mauntic.ui.FormErrors;
import java.util.List;

/**
 * The page on which a webhook is made or changed.
 *
 * @param action where it posts to: its own address
 */
public record WebhookForm(
        String action,
        String title,
        String submit,
        String cancel,
        Subscription subscription,
        FormErrors errors) {

    /** The events of one context, each to be ticked. */
    public record Group(String context, List<Choice> choices) {}

    /** One event. */
    public record Choice(String type, boolean chosen) {}

    static Subscription empty() {
        return new Subscription("", "", List.of());
    }

    static Subscription of(Webhook webhook) {
        return new Subscription(webhook.getName(), webhook.getUrl(), webhook.getEvents());
    }

    WebhookForm refused(DomainException refusal) {
        FormErrors wrong = FormErrors.none();
        for (Violation violation : refusal.violations()) {
            wrong = wrong.with(violation.field(), violation.message());
        }
        return new WebhookForm(action, title, submit, cancel, subscription, wrong);
    }

    public boolean wantsAll() {
        return subscription.events().contains(EventCatalogue.ALL);
    }

    public List<Group> groups() {
        return EventCatalogue.byContext().entrySet().stream()
                .map(
                        entry ->
                                new Group(
                                        entry.getKey(),
                                        entry.getValue().stream()
                                                .map(
                                                        type ->
                                                                new Choice(
                                                                        type,
                                                                        subscription
                                                                                .events()
                                                                                .contains(type)))
                                                .toList()))
                .toList();
    }
}
