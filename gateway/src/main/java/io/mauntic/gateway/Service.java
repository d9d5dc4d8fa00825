package io.mauntic.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The bounded contexts, each a service behind the gateway. */
public enum Service {
    IDENTITY,
    CRM,
    CAMPAIGN,
    MESSAGING,
    CONTENT,
    ANALYTICS,
    INTEGRATIONS;

    /** As it stands in addresses: {@code crm}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Service> of(String path) {
        return Arrays.stream(values()).filter(service -> service.path().equals(path)).findFirst();
    }
}
