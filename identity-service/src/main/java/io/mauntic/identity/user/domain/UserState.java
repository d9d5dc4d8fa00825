package io.mauntic.identity.user.domain;

/** Whether a user may sign in. */
public enum UserState {
    ACTIVE,
    BLOCKED,
    /** On the way out: the row goes as soon as Keycloak has forgotten the user. */
    REMOVED
}
