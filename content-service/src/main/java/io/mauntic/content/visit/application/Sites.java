package io.mauntic.content.visit.application;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The public keys by which the tracking script names organizations. */
public interface Sites {

    /** The organization's key; it is made at the first call and never changes. */
    Uni<String> register(OrganizationId organization);

    /** The organization's key, if it tracks pages. */
    Uni<Optional<String>> keyOf(OrganizationId organization);

    /** Whose key this is. */
    Uni<Optional<OrganizationId>> organizationOf(String key);
}
