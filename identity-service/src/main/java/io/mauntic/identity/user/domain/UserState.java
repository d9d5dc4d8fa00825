package io.mauntic.identity.user.domain;

/** Whether a user may sign in. */
public enum UserState {
    /** Until the person says at the mailed link that they join. */
    INVITED,
    ACTIVE,
    BLOCKED,
    /** On the way out: the row goes as soon as Keycloak has forgotten the user. */
    REMOVED
}
