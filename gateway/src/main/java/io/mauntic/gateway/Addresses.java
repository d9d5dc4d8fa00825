package io.mauntic.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;

/** Where everything is, as seen from the gateway, and the address that people type. */
@ConfigMapping(prefix = "mauntic.addresses")
public interface Addresses {

    URI publicUrl();

    URI keycloak();

    List<URI> identity();

    List<URI> crm();

    List<URI> campaign();

    List<URI> messaging();

    List<URI> content();

    List<URI> analytics();

    List<URI> integrations();

    /** Every replica that is known by an address of its own, at least one. */
    default List<URI> of(Service service) {
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
