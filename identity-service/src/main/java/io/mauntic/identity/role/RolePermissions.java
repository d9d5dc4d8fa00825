package io.mauntic.identity.role;

import io.mauntic.kernel.InvalidValues;
import java.util.List;
import java.util.Set;

/** Permissions as somebody typed them. */
public final class RolePermissions {

    private RolePermissions() {}

    /**
     * In the catalogue's order, without doubles, with what everybody has; refuses what does not
     * exist.
     */
    public static List<String> of(List<String> typed) {
        typed.stream()
                .filter(permission -> !Permission.ALL.contains(permission))
                .findFirst()
                .ifPresent(
                        unknown -> {
                            throw new InvalidValues(
                                    "permissions",
                                    "There is no permission called \"%s\".".formatted(unknown));
                        });
        Set<String> wanted = Set.copyOf(typed);
        return Permission.ALL.stream()
                .filter(
                        permission ->
                                wanted.contains(permission) || permission.equals(Permission.SELF))
                .toList();
    }
}
