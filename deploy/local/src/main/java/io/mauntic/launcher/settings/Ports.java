package io.mauntic.launcher.settings;

import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.process.LaunchFailure;
import java.util.stream.IntStream;

/** Where everything listens, counted from the gateway's port, as in docs/conventions.md. */
public record Ports(int gateway) {
    private static final int LAST = 18;

    /** From a service's port to that of its next replica. */
    private static final int REPLICA = 20;

    public static final int MOST_REPLICAS = 4;
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
        int all = MOST_REPLICAS * REPLICA;
        return IntStream.iterate(18_080, port -> port + all < HIGHEST, port -> port + 100)
                .filter(first -> IntStream.range(first, first + all).allMatch(Probe::free))
                .mapToObj(Ports::new)
                .findFirst()
                .orElseThrow(
                        () ->
                                new LaunchFailure(
                                        "There is no range of %d free ports".formatted(all)));
    }

    public int of(Service service) {
        return of(service, 1);
    }

    /**
     * @param replica counted from 1
     */
    public int of(Service service, int replica) {
        return gateway + service.offset() + (replica - 1) * REPLICA;
    }

    /** Where mails come back to. */
    public int bounces(int replica) {
        return gateway + 8 + (replica - 1) * REPLICA;
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
