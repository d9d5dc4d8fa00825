package io.mauntic.identity.user.interfaces.ui;

import io.mauntic.contracts.identity.model.User;
import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.pages.RoleNames;
import java.time.Instant;

/** A user as the list shows them. */
public record UserRow(
        long id,
        String name,
        String email,
        String role,
        boolean blocked,
        boolean invited,
        boolean pending,
        Instant since) {

    static UserRow of(User user, IdentityMessages words) {
        return new UserRow(
                user.getId(),
                user.getName(),
                user.getEmail(),
                RoleNames.of(user.getRole(), words),
                "blocked".equals(user.getState()),
                "invited".equals(user.getState()),
                Boolean.TRUE.equals(user.getPending()),
                user.getCreatedAt().toInstant());
    }

    public String blockHref() {
        return "/app/identity/users/%d/block".formatted(id);
    }

    public String inviteHref() {
        return "/app/identity/users/%d/invite".formatted(id);
    }

    public String unblockHref() {
        return "/app/identity/users/%d/unblock".formatted(id);
    }
}
