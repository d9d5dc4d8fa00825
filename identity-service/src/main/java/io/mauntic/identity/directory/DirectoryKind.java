package io.mauntic.identity.directory;

/** What has a counterpart in Keycloak. */
public enum DirectoryKind {
    ORGANIZATION,
    ROLE,
    USER,
    CLIENT
}
