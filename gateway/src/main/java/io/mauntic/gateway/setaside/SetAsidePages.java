package io.mauntic.gateway.setaside;

import io.mauntic.gateway.Service;
import io.mauntic.gateway.page.KeptToast;
import io.mauntic.gateway.page.Person;
import io.mauntic.gateway.page.Shell;
import io.mauntic.gateway.page.ShellMessages;
import io.mauntic.gateway.page.Trouble;
import io.mauntic.gateway.page.Visit;
import io.mauntic.gateway.proxy.Upstream;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the services have given up on and keep for a person to decide: one page over all of them,
 * since whoever looks does not know which service it was.
 */
@ApplicationScoped
public class SetAsidePages {

    public static final String PERMISSION = "identity:organization:write";

    private static final String PAGE = "/app/set-aside";
    private static final int SHOWN_OF_EACH = 20;
    private static final long PATIENCE_SECONDS = 5;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(
                List<SetAsideKind> kinds, List<SetAsideEntry> entries, boolean complete);
    }

    private final Upstream upstream;
    private final Shell shell;
    private final Trouble trouble;

    SetAsidePages(Upstream upstream, Shell shell, Trouble trouble) {
        this.upstream = upstream;
        this.shell = shell;
        this.trouble = trouble;
    }

    private record Answer(Service service, JsonObject page) {}

    public void show(RoutingContext context, Person person) {
        if (!person.may(PERMISSION)) {
            trouble.tell(context, person, 403, Optional.empty());
            return;
        }
        List<Future<Optional<Answer>>> asked =
                Arrays.stream(Service.values()).map(service -> ask(person, service)).toList();
        Future.all(asked)
                .map(all -> all.<Optional<Answer>>list())
                .onSuccess(answers -> draw(context, person, answers))
                .onFailure(context::fail);
    }

    /** Sets one going again. */
    public void retry(RoutingContext context, Person person) {
        act(context, person, HttpMethod.POST, "/" + context.pathParam("id") + "/retry", null);
    }

    /** Sets all of a kind going again. */
    public void retryAll(RoutingContext context, Person person) {
        act(
                context,
                person,
                HttpMethod.POST,
                "/retry",
                JsonObject.of("kind", context.pathParam("kind")));
    }

    /** Has done with one. */
    public void dismiss(RoutingContext context, Person person) {
        act(context, person, HttpMethod.DELETE, "/" + context.pathParam("id"), null);
    }

    private Future<Optional<Answer>> ask(Person person, Service service) {
        return upstream.ask(
                        service,
                        HttpMethod.GET,
                        api(service) + "?limit=" + SHOWN_OF_EACH,
                        person.token(),
                        null)
                .compose(
                        response ->
                                response.body()
                                        .map(
                                                body ->
                                                        response.statusCode() == 200
                                                                ? Optional.of(
                                                                        new Answer(
                                                                                service,
                                                                                new JsonObject(
                                                                                        body)))
                                                                : Optional.<Answer>empty()))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .otherwise(Optional.empty());
    }

    private void draw(RoutingContext context, Person person, List<Optional<Answer>> answers) {
        Visit visit = Visit.of(context);
        ShellMessages words = shell.wordsFor(context);
        List<Answer> given = answers.stream().flatMap(Optional::stream).toList();
        List<SetAsideKind> kinds =
                given.stream()
                        .flatMap(answer -> SetAsideKind.of(answer.service(), answer.page(), words))
                        .toList();
        List<SetAsideEntry> entries =
                given.stream()
                        .flatMap(answer -> SetAsideEntry.of(answer.service(), answer.page(), words))
                        .sorted(Comparator.comparing(SetAsideEntry::at).reversed())
                        .toList();
        String html =
                Templates.page(kinds, entries, given.size() == answers.size())
                        .setLocale(visit.language())
                        .render();
        if (visit.wholePage()) {
            shell.draw(context, person, html);
        } else {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .end(html);
        }
    }

    private void act(
            RoutingContext context,
            Person person,
            HttpMethod method,
            String path,
            JsonObject body) {
        Optional<Service> service = Service.of(context.pathParam("context"));
        if (service.isEmpty() || !person.may(PERMISSION)) {
            trouble.tell(context, person, service.isEmpty() ? 404 : 403, Optional.empty());
            return;
        }
        upstream.ask(service.get(), method, api(service.get()) + path, person.token(), body)
                .compose(
                        response ->
                                response.body()
                                        .map(
                                                told ->
                                                        said(
                                                                context,
                                                                response.statusCode(),
                                                                told.toString())))
                .onSuccess(
                        sentence -> {
                            KeptToast.keep(sentence, context);
                            context.response()
                                    .setStatusCode(303)
                                    .putHeader(HttpHeaders.LOCATION, PAGE)
                                    .end();
                        })
                .onFailure(_ -> trouble.tell(context, person, 502, Optional.empty()));
    }

    private String said(RoutingContext context, int status, String body) {
        ShellMessages words = shell.wordsFor(context);
        if (status < 300) {
            return words.done();
        }
        return status == 404 || body.isBlank()
                ? words.setAsideGone()
                : new JsonObject(body).getString("detail", words.failedText());
    }

    private static String api(Service service) {
        return "/api/%s/set-aside".formatted(service.path());
    }
}
