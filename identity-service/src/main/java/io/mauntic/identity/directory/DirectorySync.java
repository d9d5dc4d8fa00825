package io.mauntic.identity.directory;

import io.smallrye.mutiny.Uni;

/** Makes Keycloak equal to a row, however often it is asked to. */
interface DirectorySync {

    DirectoryKind kind();

    /**
     * Ends in a refusal of the business when Keycloak will never take it, and in any other failure
     * when it may be tried again.
     */
    Uni<Void> carryOut(DirectoryTask task);
}
