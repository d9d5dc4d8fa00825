package io.mauntic.integrations.webhook.domain;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A receiver outside, which is told of events as they happen. */
public final class Webhook {

    /**
     * How long a replaced secret goes on signing, so that its receivers can be changed without
     * losing a delivery.
     */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final OrganizationId organization;
    private final WebhookId id;
    private Subscription subscription;
    private Optional<DisabledReason> disabled;
    private SigningSecret secret;
    private Optional<FormerSecret> former;

    /** A secret that was replaced. */
    public record FormerSecret(SigningSecret secret, Instant until) {}

    /** As it is stored. */
    public Webhook(
            OrganizationId organization,
            WebhookId id,
            Subscription subscription,
            Optional<DisabledReason> disabled,
            SigningSecret secret,
            Optional<FormerSecret> former) {
        this.organization = organization;
        this.id = id;
        this.subscription = subscription;
        this.disabled = disabled;
        this.secret = secret;
        this.former = former;
    }

    /** A new one, active from the start. */
    public static Webhook create(
            OrganizationId organization,
            WebhookId id,
            Subscription subscription,
            SigningSecret secret) {
        return new Webhook(
                organization,
                id,
                subscription.checked(),
                Optional.empty(),
                secret,
                Optional.empty());
    }

    public void change(Subscription wanted) {
        subscription = wanted.checked();
    }

    /** Signs with another secret from now on, and with the one before for a while. */
    public void rotate(SigningSecret next, Instant now) {
        former = Optional.of(new FormerSecret(secret, now.plus(OVERLAP)));
        secret = next;
    }

    /** Sends nothing more. What is new about it is told once. */
    public Optional<WebhookDisabled> disable(DisabledReason reason) {
        if (disabled.isPresent()) {
            return Optional.empty();
        }
        disabled = Optional.of(reason);
        return Optional.of(new WebhookDisabled(id.value(), subscription.name(), reason));
    }

    public void enable() {
        disabled = Optional.empty();
    }

    public OrganizationId organization() {
        return organization;
    }

    public WebhookId id() {
        return id;
    }

    public Subscription subscription() {
        return subscription;
    }

    public boolean active() {
        return disabled.isEmpty();
    }

    public Optional<DisabledReason> disabled() {
        return disabled;
    }

    public SigningSecret secret() {
        return secret;
    }

    public Optional<FormerSecret> former() {
        return former;
    }
}
