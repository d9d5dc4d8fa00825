package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.role.Role;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.security.Actor;
import io.mauntic.identity.user.domain.AddressIsTheirOwn;
import io.mauntic.identity.user.domain.Member;
import io.mauntic.identity.user.domain.PersonName;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Changes what a user is called and what they may do. */
@ApplicationScoped
public class UpdateUser {

    /**
     * What is missing stays as it is.
     *
     * @param seen what the editor has seen
     * @param email the one that the user has; nobody else changes it
     */
    public record Command(
            long user,
            IfMatch seen,
            Optional<PersonName> name,
            Optional<EmailAddress> email,
            Optional<String> role) {}

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Roles roles;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Directory directory;

    UpdateUser(
            UnitOfWork unitOfWork,
            Users users,
            Roles roles,
            IdentityEvents events,
            DirectoryTasks tasks,
            Directory directory) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.roles = roles;
        this.events = events;
        this.tasks = tasks;
        this.directory = directory;
    }

    public Uni<Void> handle(Actor actor, Command command) {
        return unitOfWork
                .in(actor.organization(), () -> change(actor, command))
                .chain(
                        () ->
                                directory.settle(
                                        actor.organization(), DirectoryKind.USER, command.user()));
    }

    private Uni<Void> change(Actor actor, Command command) {
        return users.forChange(actor.organization(), command.user())
                .invoke(member -> actor.mustHold(member.role()))
                .invoke(member -> command.seen().refuse(member.user().version()))
                .invoke(member -> mustBeTheirs(member, command))
                .chain(
                        member ->
                                wantedRole(actor, member, command)
                                        .chain(role -> change(actor, command, member, role)));
    }

    private Uni<Void> change(Actor actor, Command command, Member member, Role role) {
        return Uni.createFrom()
                .item(() -> member.user().change(command.name(), role))
                .chain(event -> events.publish(actor.organization(), event))
                .chain(() -> tasks.note(actor.organization(), DirectoryKind.USER, command.user()));
    }

    private static void mustBeTheirs(Member member, Command command) {
        if (command.email().filter(email -> !member.user().hasAddress(email)).isPresent()) {
            throw new AddressIsTheirOwn();
        }
    }

    private Uni<Role> wantedRole(Actor actor, Member member, Command command) {
        if (command.role().isEmpty()) {
            return Uni.createFrom().item(member.role());
        }
        String name = command.role().get();
        return roles.named(name)
                .map(found -> found.orElseThrow(() -> new RoleUnknown(name)))
                .invoke(actor::mustHold)
                .call(
                        role ->
                                role.isAdministrator()
                                        ? Uni.createFrom().voidItem()
                                        : users.canDoWithout(member));
    }
}
