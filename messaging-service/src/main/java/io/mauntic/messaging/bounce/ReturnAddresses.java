package io.mauntic.messaging.bounce;

import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.Keyset;
import io.mauntic.messaging.bounce.ReturnAddress.Purpose;
import io.mauntic.messaging.tracking.TrackedMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Mail addresses that name the delivery they are about, such as {@code bounce+token@domain}: a mail
 * server that gives a mail back writes to its envelope sender and to nothing else (VERP).
 */
@ApplicationScoped
public class ReturnAddresses {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    Arrays.stream(Purpose.values())
                            .map(Purpose::text)
                            .collect(Collectors.joining("|", "(", ")\\+([0-9a-v]{1,52})@(.+)")));

    private final Optional<String> domain;
    private final ReturnToken bounces;
    private final ReturnToken unsubscribes;

    ReturnAddresses(
            BounceConfig config, @ConfigProperty(name = "mauntic.secret") List<String> secrets) {
        Keyset keys = new Keyset(secrets);
        domain = config.domain().map(name -> name.toLowerCase(Locale.ROOT));
        bounces = new ReturnToken(keys, Purpose.BOUNCE);
        unsubscribes = new ReturnToken(keys, Purpose.UNSUBSCRIBE);
    }

    /** The envelope sender of a mail; empty when no domain leads to us. */
    public Optional<String> bounce(TrackedMail mail) {
        return address(Purpose.BOUNCE, mail);
    }

    /** Any mail to it unsubscribes; empty when no domain leads to us. */
    public Optional<String> unsubscribe(TrackedMail mail) {
        return address(Purpose.UNSUBSCRIBE, mail);
    }

    /** What mail to an address is about; empty when we did not make the address. */
    Optional<ReturnAddress> meaning(String address) {
        Matcher parts = ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
        if (!parts.matches() || domain.filter(parts.group(3)::equals).isEmpty()) {
            return Optional.empty();
        }
        Purpose purpose = Purpose.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        return token(purpose)
                .open(parts.group(2))
                .map(
                        ids ->
                                new ReturnAddress(
                                        purpose,
                                        new TrackedMail(
                                                new OrganizationId(ids[0]),
                                                new DeliveryId(ids[1]))));
    }

    private Optional<String> address(Purpose purpose, TrackedMail mail) {
        return domain.map(
                name ->
                        purpose.text()
                                + "+"
                                + token(purpose)
                                        .seal(mail.organization().value(), mail.delivery().value())
                                + "@"
                                + name);
    }

    private ReturnToken token(Purpose purpose) {
        return switch (purpose) {
            case BOUNCE -> bounces;
            case UNSUBSCRIBE -> unsubscribes;
        };
    }
}
