package io.mauntic.identity.role;

import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import java.util.List;

/** Why a role cannot be made, changed or deleted just now. */
final class RoleRefused extends DomainException {

    private static final long serialVersionUID = 1L;

    private RoleRefused(String code, String message, List<Violation> violations) {
        super(Kind.CONFLICT, code, message, violations);
    }

    static RoleRefused builtIn() {
        return new RoleRefused(
                "role-is-built-in",
                "This role comes with Mauntic and stays as it is. Make one of your own instead.",
                List.of());
    }

    static RoleRefused inUse(long users, long clients) {
        return new RoleRefused(
                "role-in-use",
                "This role is still used by %d people and %d API clients. Give them another one first."
                        .formatted(users, clients),
                List.of());
    }

    static RoleRefused nameTaken() {
        String sentence = "There is a role of this name already.";
        return new RoleRefused(
                "role-name-taken", sentence, List.of(new Violation("name", sentence)));
    }
}
