package io.mauntic.gateway.search;

import io.mauntic.gateway.page.Person;
import io.mauntic.gateway.page.Shell;
import io.mauntic.gateway.page.ShellMessages;
import io.mauntic.gateway.page.Visit;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One search over everything that a person may see, all services asked at once. */
@ApplicationScoped
public class GlobalSearch {

    private static final int LONGEST = 200;

    /** One thing that was found. */
    public record Hit(String title, String hint, String href) {}

    /** What was found of one kind. */
    public record Group(String label, String icon, String all, List<Hit> hits) {}

    /** All that was found; {@code complete} is false when a service did not answer. */
    public record Findings(String words, List<Group> groups, boolean complete) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance page(Findings findings);

        static native TemplateInstance suggestions(Findings findings);
    }

    private final Questions questions;
    private final Shell shell;

    GlobalSearch(Questions questions, Shell shell) {
        this.questions = questions;
        this.shell = shell;
    }

    /** The page of all results. */
    public void page(RoutingContext context, Person person) {
        var visit = Visit.of(context);
        find(context, person, 20)
                .onSuccess(
                        findings -> {
                            var page = rendered(Templates.page(findings), visit);
                            if (visit.wholePage()) {
                                shell.draw(context, person, page);
                            } else {
                                html(context, page);
                            }
                        })
                .onFailure(context::fail);
    }

    /** What shows below the search box as one types. */
    public void suggestions(RoutingContext context, Person person) {
        var visit = Visit.of(context);
        find(context, person, 5)
                .onSuccess(
                        findings -> html(context, rendered(Templates.suggestions(findings), visit)))
                .onFailure(context::fail);
    }

    private Future<Findings> find(RoutingContext context, Person person, int limit) {
        var asked = Optional.ofNullable(context.request().getParam("q")).orElse("").trim();
        var words = asked.substring(0, Math.min(asked.length(), LONGEST));
        if (words.isEmpty()) {
            return Future.succeededFuture(new Findings("", List.of(), true));
        }
        var labels = shell.wordsFor(context);
        var groups =
                Arrays.stream(Kind.values())
                        .filter(kind -> person.may(kind.permission()))
                        .map(kind -> group(person, kind, words, limit, labels))
                        .toList();
        return Future.all(groups)
                .map(
                        all -> {
                            List<Optional<Group>> answers = all.list();
                            var found =
                                    answers.stream()
                                            .flatMap(Optional::stream)
                                            .filter(group -> !group.hits().isEmpty())
                                            .toList();
                            return new Findings(
                                    words, found, answers.stream().allMatch(Optional::isPresent));
                        });
    }

    private Future<Optional<Group>> group(
            Person person, Kind kind, String words, int limit, ShellMessages labels) {
        var query = "?search=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return questions
                .items(person, kind.service(), kind.api() + query + "&limit=" + limit)
                .map(
                        answer ->
                                answer.map(
                                        items ->
                                                new Group(
                                                        kind.label(labels),
                                                        kind.icon(),
                                                        kind.page() + query,
                                                        items.stream()
                                                                .map(item -> hit(kind, item))
                                                                .toList())));
    }

    private static Hit hit(Kind kind, JsonObject item) {
        return new Hit(
                kind.titleOf(item), kind.hintOf(item), kind.page() + "/" + item.getValue("id"));
    }

    private static String rendered(TemplateInstance template, Visit visit) {
        return template.setLocale(visit.language()).render();
    }

    private static void html(RoutingContext context, String html) {
        context.response().putHeader("Content-Type", "text/html;charset=UTF-8").end(html);
    }
}
