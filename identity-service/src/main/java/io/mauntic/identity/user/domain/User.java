package io.mauntic.identity.user.domain;

import io.mauntic.identity.event.IdentityEvent.MemberAdded;
import io.mauntic.identity.event.IdentityEvent.MemberRemoved;
import io.mauntic.identity.event.IdentityEvent.UserBlocked;
import io.mauntic.identity.event.IdentityEvent.UserCreated;
import io.mauntic.identity.event.IdentityEvent.UserUpdated;
import io.mauntic.identity.role.Role;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.OrganizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person who works in an organization. What stands here is what Keycloak shall know; {@code
 * directory} carries it there.
 */
@Entity
@Table(name = "user_account")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_account_seq")
    @SequenceGenerator(
            name = "user_account_seq",
            sequenceName = "user_account_seq",
            allocationSize = 50)
    private long id;

    @Column(name = "organization_id", updatable = false)
    private long organizationId;

    @Column(updatable = false)
    private UUID subject;

    private String name;
    private String email;

    @Column(name = "role_id")
    private long roleId;

    @Enumerated(EnumType.STRING)
    private UserState state;

    private boolean invite;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version private long version;

    protected User() {}

    public User(
            OrganizationId organization,
            PersonName name,
            EmailAddress email,
            Role role,
            Instant now) {
        this.organizationId = organization.value();
        this.name = name.value();
        this.email = email.value();
        this.roleId = role.id();
        this.state = UserState.INVITED;
        this.invite = true;
        this.createdAt = now;
    }

    public UserCreated created(Role role) {
        return new UserCreated(id, email, name, role.name());
    }

    public MemberAdded joined(Role role) {
        return new MemberAdded(id, role.name());
    }

    public UserUpdated change(Optional<PersonName> newName, Role newRole) {
        name = newName.map(PersonName::value).orElse(name);
        roleId = newRole.id();
        return new UserUpdated(id, email, name, newRole.name());
    }

    /** As the person says at the mailed link. */
    public void join() {
        state = UserState.ACTIVE;
        invite = false;
    }

    public UserBlocked block(Role role) {
        mustHaveJoined();
        state = UserState.BLOCKED;
        return new UserBlocked(id, email, name, role.name());
    }

    public UserUpdated unblock(Role role) {
        mustHaveJoined();
        state = UserState.ACTIVE;
        return new UserUpdated(id, email, name, role.name());
    }

    public MemberRemoved remove(Role role) {
        state = UserState.REMOVED;
        return new MemberRemoved(id, role.name());
    }

    /** Has the invitation mailed again, or a link at which who has joined sets a password. */
    public void invite() {
        invite = true;
    }

    /** Counts the changes. */
    public long version() {
        return version;
    }

    public long id() {
        return id;
    }

    public long roleId() {
        return roleId;
    }

    public PersonName name() {
        return new PersonName(name);
    }

    public boolean hasAddress(EmailAddress address) {
        return email.equals(address.value());
    }

    public Optional<UUID> subject() {
        return Optional.ofNullable(subject);
    }

    public boolean isActive() {
        return state == UserState.ACTIVE;
    }

    public boolean isInvited() {
        return state == UserState.INVITED;
    }

    private void mustHaveJoined() {
        if (isInvited()) {
            throw new NotJoinedYet();
        }
    }

    public boolean is(String tokenSubject) {
        return subject != null && subject.toString().equals(tokenSubject);
    }
}
