package io.mauntic.identity.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mauntic.contracts.identity.api.SettingsApi;
import io.mauntic.contracts.identity.model.OrganizationSettings;
import io.mauntic.contracts.identity.model.OrganizationSettingsContent;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.organization.Settings;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;

/** What the bearer's organization is. */
class SettingsResource implements SettingsApi {

    private final CurrentUser bearer;
    private final UnitOfWork unitOfWork;
    private final io.mauntic.kit.organization.OrganizationSettings settings;
    private final ChangeSettings changeSettings;
    private final MergePatch mergePatch;

    SettingsResource(
            CurrentUser bearer,
            UnitOfWork unitOfWork,
            io.mauntic.kit.organization.OrganizationSettings settings,
            ChangeSettings changeSettings,
            MergePatch mergePatch) {
        this.bearer = bearer;
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.changeSettings = changeSettings;
        this.mergePatch = mergePatch;
    }

    @Override
    public Uni<OrganizationSettings> getOrganizationSettings() {
        return unitOfWork
                .in(bearer.organization(), settings::version)
                .map(SettingsShapes::contract);
    }

    @Override
    public Uni<OrganizationSettings> updateOrganizationSettings(Object patch, String ifMatch) {
        OrganizationId organization = bearer.organization();
        return changeSettings
                .handle(organization, IfMatch.of(ifMatch), now -> patched(now, patch))
                .map(SettingsShapes::contract);
    }

    private Settings patched(Settings now, Object patch) {
        try {
            return SettingsShapes.settings(
                    mergePatch.apply(
                            SettingsShapes.content(now), patch, OrganizationSettingsContent.class));
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }
}
