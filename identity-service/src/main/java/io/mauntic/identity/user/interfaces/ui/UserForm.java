package io.mauntic.identity.user.interfaces.ui;

import io.mauntic.contracts.identity.model.User;
import io.mauntic.identity.user.application.CreateUser;
import io.mauntic.identity.user.application.UpdateUser;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.UserEmail;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.rest.IfMatch;
import jakarta.ws.rs.FormParam;
import java.util.Optional;

/** What somebody typed about a user. */
public class UserForm {

    @FormParam("name")
    String name;

    @FormParam("email")
    String email;

    @FormParam("role")
    String role;

    static UserForm of(User user) {
        UserForm form = new UserForm();
        form.name = user.getName();
        form.email = user.getEmail();
        form.role = user.getRole();
        return form;
    }

    CreateUser.Command creation() {
        return new CreateUser.Command(PersonName.typed(name), UserEmail.of(email), chosenRole());
    }

    UpdateUser.Command change(long id) {
        return new UpdateUser.Command(
                id,
                IfMatch.ANY,
                Optional.of(PersonName.typed(name)),
                Optional.empty(),
                Optional.of(chosenRole()));
    }

    private String chosenRole() {
        if (role == null || role.isBlank()) {
            throw new InvalidValues("role", "Choose a role.");
        }
        return role;
    }

    public String name() {
        return name == null ? "" : name;
    }

    public String email() {
        return email == null ? "" : email;
    }

    public String role() {
        return role == null ? "" : role;
    }
}
