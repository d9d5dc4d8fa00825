package io.mauntic.launcher.settings;

import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.process.LaunchFailure;
import java.util.stream.IntStream;

/** Where everything listens, counted from the gateway's port, as in docs/conventions.md. */
public record Ports(int gateway) {
    private static final int LAST = 18;
    private static final int HIGHEST = 65_535;

    public Ports {
        if (gateway < 1024 || gateway + LAST > HIGHEST) {
            throw new LaunchFailure(
                    "MAUNTIC_PORT must be between 1024 and %d, not %d"
                            .formatted(HIGHEST - LAST, gateway));
        }
    }

    /** A range in which nobody listens. */
    public static Ports free() {
        return IntStream.iterate(18_080, port -> port + LAST < HIGHEST, port -> port + 100)
                .filter(first -> IntStream.rangeClosed(first, first + LAST).allMatch(Probe::free))
                .mapToObj(Ports::new)
                .findFirst()
                .orElseThrow(
                        () ->
                                new LaunchFailure(
                                        "There is no range of %d free ports".formatted(LAST + 1)));
    }

    public int of(Service service) {
        return gateway + service.offset();
    }

    /** Where mails come back to. */
    public int bounces() {
        return gateway + 8;
    }

    public int keycloak() {
        return gateway + 10;
    }

    public int keycloakManagement() {
        return gateway + 11;
    }

    public int postgres() {
        return gateway + 12;
    }

    public int kafka() {
        return gateway + 13;
    }

    public int kafkaController() {
        return gateway + 14;
    }

    public int s3() {
        return gateway + 15;
    }

    public int smtp() {
        return gateway + 16;
    }

    public int imap() {
        return gateway + 17;
    }

    public int mailApi() {
        return gateway + LAST;
    }
}
