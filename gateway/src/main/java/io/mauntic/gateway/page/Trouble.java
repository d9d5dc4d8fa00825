package io.mauntic.gateway.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells people what went wrong on a page: what happened, what is safe, what to do. */
@ApplicationScoped
public class Trouble {

    /** What the page says. */
    public record Story(String icon, String title, String text, boolean again) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance story(Story story, String address);
    }

    private final Shell shell;

    Trouble(Shell shell) {
        this.shell = shell;
    }

    /**
     * A page, a part of it or a toast, whatever the request can show; {@code person} may be null.
     */
    public void tell(RoutingContext context, Person person, int status, Optional<String> detail) {
        var visit = Visit.of(context);
        var story = story(Shell.words(visit), status, detail);
        var response = context.response().setStatusCode(status);
        if (visit.htmx() && (visit.partOfPage() || !visit.reads())) {
            response.putHeader("HX-Reswap", "none");
            response.putHeader("HX-Trigger", toast(story.text()));
            response.end();
            return;
        }
        var fragment =
                Templates.story(story, context.request().uri())
                        .setLocale(visit.language())
                        .render();
        if (visit.htmx()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8").end(fragment);
        } else if (person == null) {
            shell.drawBare(context, fragment);
        } else {
            shell.draw(context, person, fragment);
        }
    }

    /** The sentence for the user in a service's problem reply, if it is one. */
    static Optional<String> detail(Buffer body) {
        try {
            return Optional.ofNullable(new JsonObject(body).getString("detail"));
        } catch (DecodeException | ClassCastException noProblem) {
            return Optional.empty();
        }
    }

    private static Story story(ShellMessages words, int status, Optional<String> detail) {
        return switch (status) {
            case 404, 405, 410 ->
                    new Story("map-off", words.notFoundTitle(), words.notFoundText(), false);
            case 401, 403 ->
                    new Story(
                            "lock",
                            words.forbiddenTitle(),
                            detail.orElseGet(words::forbiddenText),
                            false);
            case 413 -> new Story("file-x", words.tooLargeTitle(), words.tooLargeText(), false);
            case 429 -> new Story("hand-stop", words.tooManyTitle(), words.tooManyText(), true);
            case 502, 503, 504 -> new Story("zzz", words.downTitle(), words.downText(), true);
            default ->
                    status >= 500
                            ? new Story("bug", words.failedTitle(), words.failedText(), true)
                            : new Story(
                                    "alert-circle",
                                    words.refusedTitle(),
                                    detail.orElseGet(words::failedText),
                                    false);
        };
    }

    private static String toast(String message) {
        var json = new JsonObject().put("toast", new JsonObject().put("message", message)).encode();
        var ascii = new StringBuilder(json.length());
        json.chars()
                .forEach(
                        c ->
                                ascii.append(
                                        c < 0x7f
                                                ? Character.toString(c)
                                                : String.format("\\u%04x", c)));
        return ascii.toString();
    }
}
