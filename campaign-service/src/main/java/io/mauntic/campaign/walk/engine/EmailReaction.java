package io.mauntic.campaign.walk.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person did with an email of a campaign, and when first. */
public record EmailReaction(
        RequestKey key, Optional<Instant> openedAt, Optional<Instant> clickedAt) {

    boolean opened() {
        return openedAt.isPresent();
    }

    boolean clicked() {
        return clickedAt.isPresent();
    }

    /** Both, for the same email and contact. */
    public EmailReaction and(EmailReaction other) {
        return new EmailReaction(
                key, first(openedAt, other.openedAt), first(clickedAt, other.clickedAt));
    }

    private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
