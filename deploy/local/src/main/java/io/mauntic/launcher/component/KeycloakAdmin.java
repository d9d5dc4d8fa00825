package io.mauntic.launcher.component;

/** A Keycloak server and the administrator of its master realm. */
public record KeycloakAdmin(String url, String user, String password) {}
