package io.mauntic.content.visit.application;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an organization puts on its website to have its pages tracked. */
@ApplicationScoped
public class TrackingSnippet {

    private final Sites sites;
    private final String publicUrl;

    TrackingSnippet(Sites sites, @ConfigProperty(name = "mauntic.public.url") String publicUrl) {
        this.sites = sites;
        this.publicUrl = publicUrl;
    }

    /**
     * The script's address and the line of HTML that loads it.
     *
     * @param key public: it names the organization and opens nothing
     */
    public record Script(String key, String url, String html) {}

    /** The organization's snippet; asking for it the first time gives it its key. */
    public Uni<Script> of(OrganizationId organization) {
        return sites.register(organization).map(this::script);
    }

    private Script script(String key) {
        String url = publicUrl + "/mtc.js?o=" + key;
        return new Script(key, url, "<script src=\"" + url + "\" async></script>");
    }
}
