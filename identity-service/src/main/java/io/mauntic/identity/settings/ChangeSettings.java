package io.mauntic.identity.settings;

import io.mauntic.identity.event.IdentityEvent.OrganizationSettingsChanged;
import io.mauntic.identity.event.IdentityEvents;
import io.mauntic.identity.organization.Organizations;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.organization.OrganizationSettings;
import io.mauntic.kit.organization.OrganizationSettings.Version;
import io.mauntic.kit.organization.Settings;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Sets what the organization is, and tells every service the whole of it. */
@ApplicationScoped
class ChangeSettings {

    private final UnitOfWork unitOfWork;
    private final Organizations organizations;
    private final OrganizationSettings settings;
    private final IdentityEvents events;

    ChangeSettings(
            UnitOfWork unitOfWork,
            Organizations organizations,
            OrganizationSettings settings,
            IdentityEvents events) {
        this.unitOfWork = unitOfWork;
        this.organizations = organizations;
        this.settings = settings;
        this.events = events;
    }

    /**
     * One change happens after the other, and begins from what the one before left.
     *
     * @param seen what the editor has seen
     * @return the settings as they are now
     */
    Uni<Version> handle(OrganizationId organization, IfMatch seen, UnaryOperator<Settings> change) {
        return unitOfWork.in(
                organization,
                () ->
                        organizations
                                .lock(organization)
                                .chain(settings::version)
                                .invoke(now -> seen.refuse(now.version()))
                                .map(now -> changed(now, change))
                                .call(next -> settings.keep(organization, next))
                                .call(
                                        next ->
                                                events.publish(
                                                        organization, told(organization, next))));
    }

    private static Version changed(Version now, UnaryOperator<Settings> change) {
        return new Version(now.version() + 1, Wanted.checked(change.apply(now.settings())));
    }

    private static OrganizationSettingsChanged told(OrganizationId organization, Version next) {
        return new OrganizationSettingsChanged(
                organization.value(), next.version(), next.settings());
    }
}
