package io.mauntic.gateway.page;

import io.mauntic.gateway.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The frame around every page. */
@ApplicationScoped
public class Shell {

    /** All that the frame shows. */
    public record Frame(
            String title,
            String content,
            String language,
            String theme,
            String toast,
            String accountPage,
            Assets assets,
            Person person,
            List<Navigation.Section> sections,
            List<Navigation.Entry> bottom,
            List<Navigation.Entry> creations) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance frame(Frame frame);

        static native TemplateInstance bare(Frame frame);
    }

    private final Assets assets;
    private final String accountPage;

    Shell(Versions versions, Addresses addresses) {
        assets = Assets.of(versions);
        accountPage = addresses.keycloak() + "/realms/mauntic/account/";
    }

    /** A whole page with a fragment inside; the fragment's title becomes the window's. */
    public void draw(RoutingContext context, Person person, String fragment) {
        var visit = Visit.of(context);
        var words = words(visit);
        var parted = Fragment.of(fragment);
        var sections = Navigation.of(person, words, shownPath(context));
        var frame =
                new Frame(
                        parted.title(),
                        parted.content(),
                        visit.language(),
                        visit.theme(),
                        KeptToast.take(context).orElse(null),
                        accountPage,
                        assets,
                        person,
                        sections,
                        Navigation.bottomOf(sections),
                        Navigation.creations(person, words));
        write(context, Templates.frame(frame).setLocale(visit.language()));
    }

    /** A page for whoever is not signed in. */
    public void drawBare(RoutingContext context, String fragment) {
        var visit = Visit.of(context);
        var parted = Fragment.of(fragment);
        var frame =
                new Frame(
                        parted.title(),
                        parted.content(),
                        visit.language(),
                        visit.theme(),
                        null,
                        accountPage,
                        assets,
                        null,
                        List.of(),
                        List.of(),
                        List.of());
        write(context, Templates.bare(frame).setLocale(visit.language()));
    }

    /** The words in the language of whoever asks. */
    public ShellMessages wordsFor(RoutingContext context) {
        return words(Visit.of(context));
    }

    static ShellMessages words(Visit visit) {
        return "de".equals(visit.language())
                ? MessageBundles.get(ShellMessages.class, Localized.Literal.of("de"))
                : MessageBundles.get(ShellMessages.class);
    }

    private static void write(RoutingContext context, TemplateInstance page) {
        var response = context.response();
        response.headers().remove(HttpHeaders.CONTENT_LENGTH);
        response.headers().remove(HttpHeaders.ETAG);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        response.end(page.render());
    }

    private static String shownPath(RoutingContext context) {
        return context.normalizedPath().replaceFirst("^/ui/", "/app/");
    }
}
