package io.mauntic.identity.role;

import jakarta.ws.rs.FormParam;
import java.util.List;

/** What somebody typed about a role. */
public class RoleForm {

    @FormParam("name")
    String name;

    @FormParam("permissions")
    List<String> permissions;

    static RoleForm of(io.mauntic.contracts.identity.model.Role role) {
        RoleForm form = new RoleForm();
        form.name = role.getName();
        form.permissions = role.getPermissions();
        return form;
    }

    public String name() {
        return name == null ? "" : name;
    }

    public List<String> permissions() {
        return permissions == null ? List.of() : permissions;
    }
}
