package io.mauntic.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.Violation;
import io.mauntic.kit.database.Transience;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a problem that says what to do, and never into a stack trace. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response domain(DomainException refusal) {
        int status =
                switch (refusal.kind()) {
                    case MALFORMED -> 400;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case CONFLICT -> 409;
                    case OUTDATED -> 412;
                    case TOO_LARGE -> 413;
                    case REFUSED -> 422;
                    case TOO_MANY -> 429;
                };
        Response told =
                Problem.of(status, refusal.code(), refusal.getMessage(), refusal.violations())
                        .with(refusal.members())
                        .response();
        if (status == 429) {
            return Response.fromResponse(told).header(HttpHeaders.RETRY_AFTER, 1).build();
        }
        return told;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return Response.fromResponse(
                        Problem.of(401, "unauthorized", "Sign in, or send a valid bearer token.")
                                .response())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refusal) {
        String missing = refusal.getMessage();
        String detail =
                missing == null
                        ? "You may not do this."
                        : "You may not do this: it needs the permission " + missing + ".";
        return Problem.of(403, "forbidden", detail).response();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        List<Violation> violations =
                invalid.getConstraintViolations().stream()
                        .map(violation -> new Violation(field(violation), sentence(violation)))
                        .sorted(java.util.Comparator.comparing(Violation::field))
                        .toList();
        String detail =
                violations.stream()
                        .map(Violation::message)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(" "));
        return Problem.of(422, "invalid-values", detail, violations).response();
    }

    @ServerExceptionMapper
    Response malformed(UnrecognizedPropertyException unknown) {
        String field = JsonPath.of(unknown);
        return Problem.of(
                        400,
                        "unknown-field",
                        "There is no field " + field + ".",
                        List.of(new Violation(field, "There is no such field.")))
                .response();
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonMappingException.class})
    Response malformed(JsonMappingException unfit) {
        String field = JsonPath.of(unfit);
        if (field.isEmpty()) {
            return Problem.of(400, "malformed-json", "The request is not valid JSON.").response();
        }
        return Problem.of(
                        400,
                        "malformed-value",
                        "The value of " + field + " has the wrong type.",
                        List.of(new Violation(field, "This value has the wrong type.")))
                .response();
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException malformed) {
        return Problem.of(400, "malformed-json", "The request is not valid JSON.").response();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException refusal) {
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return malformed(unknown);
            }
            if (cause instanceof JsonMappingException unfit) {
                return malformed(unfit);
            }
            if (cause instanceof JsonProcessingException json) {
                return malformed(json);
            }
        }
        int status = refusal.getResponse().getStatus();
        if (status < 400) {
            return refusal.getResponse();
        }
        if (status >= 500) {
            LOG.error("A request failed", refusal);
        }
        return Problem.of(status, "http-" + status, HttpSentences.of(status)).response();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        if (Transience.tookTooLong(failure)) {
            LOG.warn("A request took too long", failure);
            return again(
                    503,
                    "took-too-long",
                    "This took too long and was stopped. Ask for less, or try again later.",
                    30);
        }
        if (Transience.isContention(failure)) {
            return again(
                    409,
                    "in-use",
                    "Somebody else is changing this right now. Nothing was changed; please try again.",
                    1);
        }
        if (Transience.isTransient(failure)) {
            LOG.warn("A request could not be answered for now", failure);
            return again(
                    503,
                    "unavailable",
                    "This is not available for a moment. Nothing was changed; please try again.",
                    5);
        }
        LOG.error("A request failed", failure);
        return Problem.of(500, "unexpected", HttpSentences.of(500)).response();
    }

    private static Response again(int status, String code, String detail, int seconds) {
        return Response.fromResponse(Problem.of(status, code, detail).response())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes =
                StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
        // The first two are the method and its parameter, which the caller has never seen, unless
        // the parameter itself is refused.
        String path =
                nodes.stream().skip(2).map(Path.Node::toString).collect(Collectors.joining("."));
        return path.isEmpty() ? nodes.getLast().toString() : path;
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return field(violation) + " " + violation.getMessage() + ".";
    }
}
