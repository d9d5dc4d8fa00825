package io.mauntic.identity.pages;

import io.mauntic.identity.IdentityMessages;
import io.mauntic.identity.role.BuiltInRole;

/** What roles are called on pages: those that come with Mauntic in the reader's language. */
public final class RoleNames {

    private RoleNames() {}

    public static String of(String role, IdentityMessages words) {
        return BuiltInRole.named(role)
                .map(
                        known ->
                                switch (known) {
                                    case ADMINISTRATOR -> words.administrator();
                                    case MARKETER -> words.marketer();
                                    case READER -> words.reader();
                                })
                .orElse(role);
    }
}
