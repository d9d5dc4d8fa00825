package io.mauntic.messaging.tracking;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.DeliveryId;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.Keyset;
import io.mauntic.kit.security.SignedToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The public addresses in mails, and what they mean when they come back. */
@ApplicationScoped
public class TrackingAddresses {

    private final String publicUrl;
    private final Clock clock;
    private final SignedToken opens;
    private final SignedToken clicks;
    private final SignedToken unsubscribes;
    private final SignedToken contacts;

    TrackingAddresses(
            @ConfigProperty(name = "mauntic.public.url") String publicUrl,
            @ConfigProperty(name = "mauntic.secret") List<String> secrets,
            @ConfigProperty(name = "mauntic.tracking.secret") List<String> shared,
            Clock clock) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.clock = clock;
        Keyset keys = new Keyset(secrets);
        opens = new SignedToken(keys, "open");
        clicks = new SignedToken(keys, "click");
        unsubscribes = new SignedToken(keys, "unsubscribe");
        contacts = new SignedToken(new Keyset(shared), SignedToken.CONTACT);
    }

    public String pixel(TrackedMail mail) {
        return publicUrl
                + "/t/o/"
                + opens.seal(mail.organization().value(), mail.delivery().value())
                + ".gif";
    }

    public String click(TrackedMail mail, long linkId) {
        return publicUrl
                + "/t/c/"
                + clicks.seal(mail.organization().value(), mail.delivery().value(), linkId);
    }

    public String unsubscribe(TrackedMail mail) {
        return unsubscribePrefix()
                + unsubscribes.seal(mail.organization().value(), mail.delivery().value());
    }

    /** How unsubscribe addresses begin: they are never tracked. */
    public String unsubscribePrefix() {
        return publicUrl + "/unsubscribe/";
    }

    /** A link's target with a parameter that names the contact to the page behind it. */
    public String naming(String target, OrganizationId organization, ContactId contact) {
        String token =
                contacts.seal(
                        organization.value(), contact.value(), clock.instant().getEpochSecond());
        int fragment = target.indexOf('#');
        String page = fragment < 0 ? target : target.substring(0, fragment);
        return page
                + (page.indexOf('?') < 0 ? '?' : '&')
                + "mtc="
                + token
                + (fragment < 0 ? "" : target.substring(fragment));
    }

    Optional<TrackedMail> opened(String token) {
        return opens.open(token).map(TrackingAddresses::mail);
    }

    Optional<TrackedLink> clicked(String token) {
        return clicks.open(token).map(numbers -> new TrackedLink(mail(numbers), numbers[2]));
    }

    Optional<TrackedMail> unsubscribed(String token) {
        return unsubscribes.open(token).map(TrackingAddresses::mail);
    }

    private static TrackedMail mail(long[] numbers) {
        return new TrackedMail(new OrganizationId(numbers[0]), new DeliveryId(numbers[1]));
    }
}
