package io.mauntic.content.visit.interfaces.rest;

import io.mauntic.content.visit.application.TrackingSnippet;
import io.mauntic.contracts.content.api.SiteApi;
import io.mauntic.contracts.content.model.Site;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;

/** The contract's site. */
class SiteResource implements SiteApi {

    private final TrackingSnippet snippet;
    private final CurrentUser user;

    SiteResource(TrackingSnippet snippet, CurrentUser user) {
        this.snippet = snippet;
        this.user = user;
    }

    @Override
    public Uni<Site> getSite() {
        return snippet.of(user.organization())
                .map(
                        script ->
                                new Site()
                                        .key(script.key())
                                        .scriptUrl(script.url())
                                        .snippet(script.html()));
    }
}
