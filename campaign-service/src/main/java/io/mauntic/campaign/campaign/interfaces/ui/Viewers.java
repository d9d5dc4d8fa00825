package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.kit.security.CurrentUser;
import io.mauntic.ui.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Who looks at a page, and in which language. */
@RequestScoped
class Viewers {

    private final CurrentUser user;
    private final HttpHeaders headers;

    Viewers(CurrentUser user, HttpHeaders headers) {
        this.user = user;
        this.headers = headers;
    }

    Builder.Viewer viewer() {
        return new Builder.Viewer(
                user.organization(),
                user.may("campaign:campaigns:write"),
                user.may("campaign:campaigns:publish"),
                words());
    }

    CampaignMessages words() {
        return Words.of(CampaignMessages.class, headers);
    }
}
