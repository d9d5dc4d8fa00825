package io.mauntic.identity.client;

import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Optional;

/** What somebody typed about an API client. */
public class ClientForm {

    @FormParam("name")
    String name;

    @FormParam("role")
    String role;

    ChangeClients.Wanted wanted() {
        return new ChangeClients.Wanted(name(), Optional.of(role()), List.of());
    }

    public String name() {
        return name == null ? "" : name;
    }

    public String role() {
        return role == null ? "" : role;
    }
}
