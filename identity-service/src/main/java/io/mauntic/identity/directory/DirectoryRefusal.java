package io.mauntic.identity.directory;

/**
 * Keycloak will never take these values, however often they are sent: an address that is taken, a
 * name it forbids.
 */
class DirectoryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryRefusal(String message) {
        super(message, null, false, false);
    }
}
