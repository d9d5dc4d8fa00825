package io.mauntic.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What every thing that people edit promises: its version is answered, an edit of what somebody
 * else has changed meanwhile is refused and changes nothing, and of two writers at once one is
 * told.
 *
 * @param request a new request of somebody who may read and edit the thing
 * @param path where the thing is
 * @param field a text of it
 */
public record Edits(Supplier<RequestSpecification> request, String path, String field) {

    private static final int WRITERS = 4;

    public void areKept() {
        long first = version();

        Response changed = patch(tag(first), "First Try");
        assertThat(changed.statusCode()).describedAs(changed.asString()).isEqualTo(200);
        long second = version();
        assertThat(second).isGreaterThan(first);
        assertThat(changed.header("ETag")).isEqualTo(tag(second));
        assertThat(changed.jsonPath().getLong("version")).isEqualTo(second);

        Response late = patch(tag(first), "Too Late");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.jsonPath().getString("code")).isEqualTo("edited-meanwhile");
        assertThat(late.jsonPath().getLong("yourVersion")).isEqualTo(first);
        assertThat(late.jsonPath().getLong("currentVersion")).isEqualTo(second);
        assertThat(read().jsonPath().getString(field)).isEqualTo("First Try");
        assertThat(version()).isEqualTo(second);

        assertThat(patch("third", "Unreadable").statusCode()).isEqualTo(400);
        assertThat(patch("*", "Any Of Them").statusCode()).isEqualTo(200);
        assertThat(request.get().body(body("Unasked")).patch(path).statusCode()).isEqualTo(200);

        ofWritersAtOnceOneWins();
    }

    private void ofWritersAtOnceOneWins() {
        long before = version();
        List<CompletableFuture<Response>> writers =
                Stream.iterate(1, number -> number + 1)
                        .limit(WRITERS)
                        .map(
                                number ->
                                        CompletableFuture.supplyAsync(
                                                () -> patch(tag(before), "Writer " + number)))
                        .toList();
        List<Response> answers = writers.stream().map(CompletableFuture::join).toList();

        List<Integer> statuses = answers.stream().map(Response::statusCode).toList();
        assertThat(statuses).describedAs("of writers of %s", path).containsOnlyOnce(200);
        assertThat(statuses).allMatch(status -> List.of(200, 409, 412).contains(status));
        String winner =
                answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .map(answer -> answer.jsonPath().getString(field))
                        .findFirst()
                        .orElseThrow();
        assertThat(read().jsonPath().getString(field)).isEqualTo(winner);
    }

    private long version() {
        Response read = read();
        long version = read.jsonPath().getLong("version");
        assertThat(read.header("ETag")).isEqualTo(tag(version));
        return version;
    }

    private Response read() {
        return request.get().get(path);
    }

    private Response patch(String ifMatch, String text) {
        return request.get().header("If-Match", ifMatch).body(body(text)).patch(path);
    }

    private String body(String text) {
        return JsonObject.of(field, text).encode();
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
