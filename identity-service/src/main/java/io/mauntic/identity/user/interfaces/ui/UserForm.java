package io.mauntic.identity.user.interfaces.ui;

import io.mauntic.contracts.identity.model.User;
import io.mauntic.identity.user.application.CreateUser;
import io.mauntic.identity.user.application.FirstAccess;
import io.mauntic.identity.user.application.UpdateUser;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.domain.UserEmail;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.rest.IfMatch;
import jakarta.ws.rs.FormParam;
import java.util.Optional;

/** What somebody typed about a user. */
public class UserForm {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    @FormParam("name")
    String name;

    @FormParam("email")
    String email;

    @FormParam("role")
    String role;

    @FormParam("password")
    String password;

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

    /** Whoever gets no password is mailed a link to set one. */
    FirstAccess.Wish wish() {
        if (password == null || password.isEmpty()) {
            return new FirstAccess.Wish(Optional.empty(), false, true);
        }
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new InvalidValues(
                    "password", "Enter a password of 10 to 200 characters, or none.");
        }
        return new FirstAccess.Wish(Optional.of(password), false, false);
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
