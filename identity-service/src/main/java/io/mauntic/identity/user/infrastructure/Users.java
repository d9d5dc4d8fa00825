package io.mauntic.identity.user.infrastructure;

import io.mauntic.identity.organization.Organizations;
import io.mauntic.identity.role.Roles;
import io.mauntic.identity.user.domain.LastAdministratorStays;
import io.mauntic.identity.user.domain.Member;
import io.mauntic.identity.user.domain.User;
import io.mauntic.identity.user.domain.UserState;
import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The users of the organization of the open unit of work. */
@ApplicationScoped
public class Users implements PanacheRepository<User> {

    private static final String ADMINISTRATORS =
            """
            select count(*) from user_account u
            join role r on r.organization_id = u.organization_id and r.id = u.role_id
            where u.state = 'ACTIVE' and r.built_in and r.name = 'administrator'
            """;

    private final Sql sql;
    private final Organizations organizations;
    private final Roles roles;

    Users(Sql sql, Organizations organizations, Roles roles) {
        this.sql = sql;
        this.organizations = organizations;
        this.roles = roles;
    }

    /** The user to be changed, while every other change of the organization's users waits. */
    public Uni<Member> forChange(OrganizationId organization, long id) {
        return organizations
                .lock(organization)
                .chain(() -> present(id))
                .chain(
                        user ->
                                roles.find(user.roleId())
                                        .map(role -> new Member(user, role.orElseThrow())));
    }

    public Uni<User> present(long id) {
        Uni<User> found = find("id = ?1 and state <> ?2", id, UserState.REMOVED).firstResult();
        return found.onItem().ifNull().failWith(() -> new NotFound("user", id));
    }

    /** Refuses to lose the last one who can let others in. */
    public Uni<Void> canDoWithout(Member member) {
        if (!member.isActiveAdministrator()) {
            return Uni.createFrom().voidItem();
        }
        return sql.number(ADMINISTRATORS)
                .invoke(
                        count -> {
                            if (count <= 1) {
                                throw new LastAdministratorStays();
                            }
                        })
                .replaceWithVoid();
    }

    public Uni<Boolean> isTaken(EmailAddress email, long exceptFor) {
        return sql.first(
                        "select 1 from user_account where email = $1 and id <> $2",
                        row -> true,
                        email.value(),
                        exceptFor)
                .map(Optional::isPresent);
    }
}
