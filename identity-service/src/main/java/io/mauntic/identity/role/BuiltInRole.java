package io.mauntic.identity.role;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The roles that every organization has from the start and nobody changes; the realm has them under
 * the same names.
 */
public enum BuiltInRole {
    ADMINISTRATOR(_ -> true),
    MARKETER(permission -> !isSettingOfTheOrganization(permission)),
    READER(permission -> permission.endsWith(":read"));

    private final List<String> permissions;

    BuiltInRole(Predicate<String> granted) {
        this.permissions = Permission.ALL.stream().filter(granted).toList();
    }

    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> permissions() {
        return permissions;
    }

    public static Optional<BuiltInRole> named(String name) {
        return Stream.of(values()).filter(role -> role.roleName().equals(name)).findFirst();
    }

    private static boolean isSettingOfTheOrganization(String permission) {
        return permission.startsWith("identity:") && permission.endsWith(":write")
                || permission.equals("integrations:webhooks:write");
    }
}
