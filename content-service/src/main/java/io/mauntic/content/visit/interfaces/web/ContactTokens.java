package io.mauntic.content.visit.interfaces.web;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.Keyset;
import io.mauntic.kit.security.SignedToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens the {@code mtc} parameter of tracked links. */
@ApplicationScoped
class ContactTokens {

    // The script reports within seconds of the click. A page's address is passed on by mail and
    // chat afterwards, and whoever follows
    // it there is somebody else.
    private static final Duration VALID = Duration.ofHours(1);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final SignedToken tokens;
    private final Clock clock;

    ContactTokens(
            @ConfigProperty(name = "mauntic.tracking.secret") List<String> secrets, Clock clock) {
        this.tokens = new SignedToken(new Keyset(secrets), SignedToken.CONTACT);
        this.clock = clock;
    }

    /** The contact whom a token of this organization names, as long as it is fresh. */
    Optional<ContactId> contact(OrganizationId organization, String token) {
        return tokens.open(token)
                .filter(
                        numbers ->
                                numbers.length == 3
                                        && numbers[0] == organization.value()
                                        && isFresh(numbers[2]))
                .map(numbers -> new ContactId(numbers[1]));
    }

    private boolean isFresh(long seconds) {
        Instant followed = Instant.ofEpochSecond(seconds);
        Instant now = clock.instant();
        return followed.isAfter(now.minus(VALID)) && followed.isBefore(now.plus(CLOCKS_APART));
    }
}
