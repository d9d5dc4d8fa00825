package io.mauntic.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where everything is, as seen from the gateway, and the address that people type. */
@ConfigMapping(prefix = "mauntic.addresses")
public interface Addresses {

    URI publicUrl();

    URI keycloak();

    URI identity();

    URI crm();

    URI campaign();

    URI messaging();

    URI content();

    URI analytics();

    URI integrations();

    default URI of(Service service) {
        return switch (service) {
            case IDENTITY -> identity();
            case CRM -> crm();
            case CAMPAIGN -> campaign();
            case MESSAGING -> messaging();
            case CONTENT -> content();
            case ANALYTICS -> analytics();
            case INTEGRATIONS -> integrations();
        };
    }

    /** Scheme and host, as browsers send it in {@code Origin}. */
    static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
