package io.mauntic.gateway.search;

import io.mauntic.gateway.Service;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The long work that runs just now: imports and builds of segments. */
@ApplicationScoped
public class WorkInProgress {

    private static final Set<String> RUNNING = Set.of("queued", "running", "building");

    /** One piece of work; {@code total} is 0 while nobody knows. */
    public record Piece(String id, String label, String href, long done, long total) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance work(List<Piece> pieces);
    }

    private final Questions questions;
    private final Shell shell;

    WorkInProgress(Questions questions, Shell shell) {
        this.questions = questions;
        this.shell = shell;
    }

    /** The menu's content, and a page of its own for whoever opens the address. */
    public void show(RoutingContext context, Person person) {
        var visit = Visit.of(context);
        var words = shell.wordsFor(context);
        var imports = running(person, "imports");
        var segments = running(person, "segments");
        Future.all(imports, segments)
                .onSuccess(
                        _ -> {
                            var pieces =
                                    Stream.concat(
                                                    imports.result().stream()
                                                            .map(item -> ofImport(item, words)),
                                                    segments.result().stream()
                                                            .map(WorkInProgress::ofSegment))
                                            .toList();
                            var html = Templates.work(pieces).setLocale(visit.language()).render();
                            if (visit.wholePage()) {
                                shell.draw(context, person, html);
                            } else {
                                context.response()
                                        .putHeader("Content-Type", "text/html;charset=UTF-8")
                                        .end(html);
                            }
                        })
                .onFailure(context::fail);
    }

    private Future<List<JsonObject>> running(Person person, String list) {
        if (!person.may("crm:%s:read".formatted(list))) {
            return Future.succeededFuture(List.of());
        }
        return questions
                .items(person, Service.CRM, "/api/crm/%s?limit=20".formatted(list))
                .map(Optional::stream)
                .map(
                        items ->
                                items.flatMap(List::stream)
                                        .filter(item -> RUNNING.contains(item.getString("status")))
                                        .toList());
    }

    private static Piece ofImport(JsonObject item, ShellMessages words) {
        return piece("imports", item, words.importOf(item.getString("fileName", "")));
    }

    private static Piece ofSegment(JsonObject item) {
        return piece("segments", item, item.getString("name", ""));
    }

    private static Piece piece(String list, JsonObject item, String label) {
        var id = String.valueOf(item.getValue("id"));
        return new Piece(
                list + "-" + id,
                label,
                "/app/crm/%s/%s".formatted(list, id),
                item.getLong("processed", 0L),
                item.getLong("total", 0L));
    }
}
