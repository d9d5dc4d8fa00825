package io.mauntic.kit.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.mauntic.kernel.Violation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * A refusal as RFC 9457 has it.
 *
 * @param type a URI reference that names the kind of problem
 * @param detail a sentence for the user
 * @param instance the trace id, to find it in the logs
 * @param code stable; what programs branch on
 * @param members what programs want to know besides, each beside the others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<Violation> violations,
        @JsonAnyGetter Map<String, Object> members) {

    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    public static Problem of(int status, String code, String detail, List<Violation> violations) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title =
                status == 422
                        ? "Unprocessable Content"
                        : known == null ? "Error" : known.getReasonPhrase();
        return new Problem(
                "/problems/" + code,
                title,
                status,
                detail,
                Traces.current(),
                code,
                violations,
                Map.of());
    }

    public static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    Problem with(Map<String, Object> more) {
        return new Problem(type, title, status, detail, instance, code, violations, more);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
