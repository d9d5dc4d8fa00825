package io.mauntic.ui;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * What a page method answers when it is more than a fragment with status 200: another status, a way
 * to go, a toast, events for the other parts of the page.
 */
public final class Answer {

    /** Seen by the gateway alone. */
    public static final String NEW_SESSION = "X-Mauntic-New-Session";

    private final ResponseBuilder<TemplateInstance> response;
    private final JsonObject triggers = new JsonObject();

    private Answer(ResponseBuilder<TemplateInstance> response) {
        this.response = response;
    }

    /** The changed fragment. */
    public static Answer page(TemplateInstance fragment) {
        return new Answer(ResponseBuilder.ok(fragment));
    }

    /** 422: the same form again, with messages and the values that were sent. */
    public static Answer invalid(TemplateInstance form) {
        return with(422, form);
    }

    /** A fragment with another status: 404 for what is not there, 409 for a conflict. */
    public static Answer with(int status, TemplateInstance fragment) {
        return new Answer(ResponseBuilder.<TemplateInstance>create(status).entity(fragment));
    }

    /** 303 to a page, after a write: {@code Answer.goTo("/app/crm/contacts/42")}. */
    public static Answer goTo(String page) {
        return new Answer(
                ResponseBuilder.<TemplateInstance>create(Status.SEE_OTHER.getStatusCode())
                        .header(HttpHeaders.LOCATION, URI.create(page).toString()));
    }

    /** An empty 200: htmx removes the target of a delete (it does not swap on 204). */
    public static Answer removed() {
        return new Answer(ResponseBuilder.<TemplateInstance>ok());
    }

    /** Tells that it worked. Survives a redirect. */
    public Answer toast(String message) {
        triggers.put("toast", new JsonObject().put("message", message));
        return this;
    }

    /** Tells that it worked, with a button that posts to {@code undo}, an {@code /app} address. */
    public Answer toast(String message, String undo) {
        triggers.put("toast", new JsonObject().put("message", message).put("undo", undo));
        return this;
    }

    /** Lets other parts of the page refresh: {@code hx-trigger="contactsChanged from:body"}. */
    public Answer event(String name) {
        triggers.put(name, new JsonObject());
        return this;
    }

    /** What the session says of the person has changed: the gateway signs them in anew. */
    public Answer newSession() {
        response.header(NEW_SESSION, "true");
        return this;
    }

    public RestResponse<TemplateInstance> build() {
        if (!triggers.isEmpty()) {
            response.header("HX-Trigger", ascii(triggers.encode()));
        }
        return response.build();
    }

    // Header values are ASCII on the wire; JSON can say the rest with escapes.
    private static String ascii(String json) {
        var out = new StringBuilder(json.length());
        json.chars()
                .forEach(
                        c -> {
                            if (c < 0x7f) {
                                out.append((char) c);
                            } else {
                                out.append(String.format("\\u%04x", c));
                            }
                        });
        return out.toString();
    }
}
