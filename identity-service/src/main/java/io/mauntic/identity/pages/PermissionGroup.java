package io.mauntic.identity.pages;

import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.role.Permission;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The permissions about one thing, as check boxes: contacts: see, change, delete. */
public record PermissionGroup(String label, List<Choice> permissions) {

    /** All that a role can have but what everybody has, in the order of the catalogue. */
    public static List<PermissionGroup> all(Collection<String> chosen, IdentityMessages words) {
        return grantable()
                .map(PermissionGroup::thing)
                .distinct()
                .map(
                        thing ->
                                new PermissionGroup(
                                        label(thing, words), choices(thing, chosen, words)))
                .toList();
    }

    private static List<Choice> choices(
            String thing, Collection<String> chosen, IdentityMessages words) {
        return grantable()
                .filter(permission -> thing(permission).equals(thing))
                .map(
                        permission ->
                                new Choice(
                                        permission,
                                        verb(permission, words),
                                        chosen.contains(permission)))
                .toList();
    }

    private static Stream<String> grantable() {
        return Permission.ALL.stream().filter(permission -> !permission.equals(Permission.SELF));
    }

    private static String thing(String permission) {
        return permission.split(":")[1];
    }

    private static String label(String thing, IdentityMessages words) {
        return switch (thing) {
            case "users" -> words.groupUsers();
            case "roles" -> words.groupRoles();
            case "clients" -> words.groupClients();
            case "organization" -> words.groupOrganization();
            case "contacts" -> words.groupContacts();
            case "companies" -> words.groupCompanies();
            case "imports" -> words.groupImports();
            case "segments" -> words.groupSegments();
            case "campaigns" -> words.groupCampaigns();
            case "emails" -> words.groupEmails();
            case "forms" -> words.groupForms();
            case "reports" -> words.groupReports();
            case "webhooks" -> words.groupWebhooks();
            default -> throw new IllegalArgumentException("No words for " + thing);
        };
    }

    private static String verb(String permission, IdentityMessages words) {
        String verb = permission.split(":")[2];
        return switch (verb) {
            case "read" -> words.mayRead();
            case "write" -> words.mayWrite();
            case "delete" -> words.mayDelete();
            case "publish" -> words.mayPublish();
            case "send" -> words.maySend();
            default -> throw new IllegalArgumentException("No word for " + verb);
        };
    }
}
