package io.mauntic.identity.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mauntic.kit.organization.Settings;
import java.util.List;

/**
 * What identity tells the others; the record's name is the event's type and its components are the
 * data.
 */
public sealed interface IdentityEvent {

    /** Keeps the order of what happens to one user, role or organization. */
    long key();

    record UserCreated(long userId, String email, String name, String role)
            implements IdentityEvent {
        @Override
        public long key() {
            return userId;
        }
    }

    record UserUpdated(long userId, String email, String name, String role)
            implements IdentityEvent {
        @Override
        public long key() {
            return userId;
        }
    }

    record UserBlocked(long userId, String email, String name, String role)
            implements IdentityEvent {
        @Override
        public long key() {
            return userId;
        }
    }

    record MemberAdded(long userId, String role) implements IdentityEvent {
        @Override
        public long key() {
            return userId;
        }
    }

    record MemberRemoved(long userId, String role) implements IdentityEvent {
        @Override
        public long key() {
            return userId;
        }
    }

    record RoleChanged(long roleId, String name, List<String> permissions)
            implements IdentityEvent {
        @Override
        public long key() {
            return roleId;
        }
    }

    record OrganizationCreated(long organizationId, String name) implements IdentityEvent {
        @Override
        public long key() {
            return organizationId;
        }
    }

    record OrganizationSettingsChanged(
            long organizationId, long version, @JsonUnwrapped Settings settings)
            implements IdentityEvent {
        @Override
        public long key() {
            return organizationId;
        }
    }
}
