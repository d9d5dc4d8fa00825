package io.mauntic.identity.user.application;

import io.mauntic.identity.directory.Directory;
import io.mauntic.identity.directory.DirectoryKind;
import io.mauntic.identity.directory.DirectoryTasks;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.user.domain.Invitation;
import io.mauntic.identity.user.domain.Member;
import io.mauntic.identity.user.infrastructure.Users;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The way of an invited person into the organization: whoever reads their mail has the link. */
@ApplicationScoped
public class Invitations {

    private static final String OPEN =
            """
            select o.name from user_account u join organization o on o.organization_id = u.organization_id
            where u.id = $1 and u.state = 'INVITED' and u.invitation = $2 and u.invitation_until > now()
            """;

    private static final String USED =
            "update user_account set invitation = null, invitation_until = null where id = $1";

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final Users users;
    private final IdentityEvents events;
    private final DirectoryTasks tasks;
    private final Directory directory;

    Invitations(
            UnitOfWork unitOfWork,
            Sql sql,
            Users users,
            IdentityEvents events,
            DirectoryTasks tasks,
            Directory directory) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.users = users;
        this.events = events;
        this.tasks = tasks;
        this.directory = directory;
    }

    /** The name of the organization; empty once the link is used, too old, or replaced. */
    public Uni<Optional<String>> to(Invitation invitation) {
        return unitOfWork.in(invitation.organization(), () -> open(invitation));
    }

    /** As {@link #to}; from now on the person is a member. */
    public Uni<Optional<String>> accept(Invitation invitation) {
        OrganizationId organization = invitation.organization();
        return unitOfWork
                .in(organization, () -> join(invitation))
                .onFailure(NotFound.class)
                .recoverWithItem(Optional.empty())
                .call(
                        joined ->
                                joined.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : directory.settle(
                                                organization,
                                                DirectoryKind.USER,
                                                invitation.user()));
    }

    private Uni<Optional<String>> open(Invitation invitation) {
        return sql.first(OPEN, row -> row.getString("name"), invitation.user(), invitation.hash());
    }

    /** The organization's users wait meanwhile, so that a link is used once. */
    private Uni<Optional<String>> join(Invitation invitation) {
        return users.forChange(invitation.organization(), invitation.user())
                .chain(
                        member ->
                                open(invitation)
                                        .call(
                                                found ->
                                                        found.isEmpty()
                                                                ? Uni.createFrom().voidItem()
                                                                : join(invitation, member)));
    }

    private Uni<Void> join(Invitation invitation, Member member) {
        OrganizationId organization = invitation.organization();
        member.user().join();
        return sql.update(USED, invitation.user())
                .chain(
                        () ->
                                events.publish(
                                        organization,
                                        member.user().created(member.role()),
                                        member.user().joined(member.role())))
                .chain(() -> tasks.note(organization, DirectoryKind.USER, invitation.user()));
    }
}
