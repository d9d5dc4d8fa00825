package io.mauntic.content.form.interfaces.web;

import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.PostAction;
import io.mauntic.content.form.domain.Reading;
import io.mauntic.content.input.Bundled;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What visitors get: pages by the browser's own way, JSON for the script that embeds a form. */
@ApplicationScoped
class FormAnswers {

    // Forms may stand in anybody's frame, and post and lead to other sites; nothing else comes from
    // elsewhere.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action *; frame-ancestors *";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    private final String publicUrl;
    private final String embed = Bundled.text("/public/embed.js");
    private final String style = Bundled.text("/META-INF/resources/ui/content/static/form.css");

    FormAnswers(@ConfigProperty(name = "mauntic.public.url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    String publicUrl() {
        return publicUrl;
    }

    Uni<Response> page(Form form, Optional<String> siteKey) {
        return html(
                200,
                PublicForms.page(
                        FormView.empty(publicUrl, form.definition()), siteKey.orElse(null)));
    }

    Uni<Response> missing() {
        return html(404, PublicForms.missing());
    }

    Uni<Response> refused(Form form, Reading.Refused refused, boolean json) {
        FormView view = FormView.refused(publicUrl, form, refused);
        if (!json) {
            return html(422, PublicForms.page(view, null));
        }
        return PublicForms.form(view)
                .createUni()
                .map(
                        html ->
                                json(
                                        422,
                                        new JsonObject()
                                                .put("html", html)
                                                .put(
                                                        "errors",
                                                        JsonObject.mapFrom(refused.errors()))));
    }

    Uni<Response> done(Form form, boolean json) {
        PostAction action = form.definition().postAction();
        if (json) {
            JsonObject answer =
                    action.redirects()
                            ? new JsonObject().put("url", action.url())
                            : new JsonObject().put("message", action.message());
            return Uni.createFrom().item(json(200, answer));
        }
        if (action.redirects()) {
            return Uni.createFrom()
                    .item(
                            open(Response.seeOther(URI.create(action.url().replace(" ", "%20"))))
                                    .build());
        }
        return html(200, PublicForms.done(form.definition(), action.message()));
    }

    Uni<Response> script(Form form) {
        return PublicForms.form(FormView.empty(publicUrl, form.definition()))
                .createUni()
                .map(html -> script(form, html));
    }

    private Response script(Form form, String html) {
        String style = publicUrl + "/f/" + form.definition().alias() + "/form.css";
        String script =
                embed.strip()
                        + "("
                        + new JsonObject().put("html", html).put("style", style).encode()
                        + ");\n";
        return cached(Response.ok(script, JAVASCRIPT), 60);
    }

    Response style() {
        return cached(Response.ok(style, "text/css;charset=UTF-8"), 3600);
    }

    private static Response cached(ResponseBuilder response, int seconds) {
        return open(response)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds)
                .build();
    }

    private static Uni<Response> html(int status, TemplateInstance page) {
        return page.createUni()
                .map(
                        html ->
                                open(Response.status(status).entity(html).type(HTML))
                                        .header("Content-Security-Policy", POLICY)
                                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                        .build());
    }

    private static Response json(int status, JsonObject answer) {
        return open(Response.status(status)
                        .entity(answer.encode())
                        .type(MediaType.APPLICATION_JSON))
                .build();
    }

    // Any site may read the answer: it holds nothing that the form's own page does not show to
    // everybody.
    private static ResponseBuilder open(ResponseBuilder response) {
        return response.header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin-when-cross-origin");
    }
}
