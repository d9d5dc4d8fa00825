package io.mauntic.content.form.interfaces.web;

import io.mauntic.content.form.application.Forms;
import io.mauntic.content.form.application.SubmitForm;
import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.Reading;
import io.mauntic.content.visit.application.Sites;
import io.mauntic.kit.rest.UrlEncodedBody;
import io.mauntic.kit.security.PublicRoute;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The public side of forms: everybody may come, and whatever comes is data. */
@Path("/f/{alias}")
@PublicRoute
public class HostedForms {

    private final Forms forms;
    private final SubmitForm submitForm;
    private final Sites sites;
    private final FormAnswers answers;

    HostedForms(Forms forms, SubmitForm submitForm, Sites sites, FormAnswers answers) {
        this.forms = forms;
        this.submitForm = submitForm;
        this.sites = sites;
        this.answers = answers;
    }

    @GET
    public Uni<Response> page(@PathParam("alias") String alias) {
        return at(alias).chain(found -> found.map(this::page).orElseGet(answers::missing));
    }

    private Uni<Response> page(Form form) {
        return sites.keyOf(form.organization()).chain(key -> answers.page(form, key));
    }

    @GET
    @Path("embed.js")
    public Uni<Response> script(@PathParam("alias") String alias) {
        return at(alias).chain(found -> found.map(answers::script).orElseGet(answers::missing));
    }

    @GET
    @Path("form.css")
    public Response style() {
        return answers.style();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> submit(
            @PathParam("alias") String alias,
            @HeaderParam("Accept") String accept,
            @CookieParam("mtc_id") String visitor,
            String body) {
        return submit(alias, accept, visitor, UrlEncodedBody.parse(body));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> submit(
            @PathParam("alias") String alias,
            @HeaderParam("Accept") String accept,
            @CookieParam("mtc_id") String visitor,
            MultipartFormDataInput body) {
        return submit(alias, accept, visitor, MultipartText.of(body));
    }

    private Uni<Response> submit(
            String alias, String accept, String cookie, Map<String, List<String>> posted) {
        return at(alias)
                .chain(
                        found ->
                                found.map(form -> submit(form, accept, cookie, posted))
                                        .orElseGet(answers::missing));
    }

    private Uni<Response> submit(
            Form form, String accept, String cookie, Map<String, List<String>> posted) {
        SubmitForm.Command command = PostedForm.command(form, posted, cookie, answers.publicUrl());
        boolean json = accept != null && accept.contains(MediaType.APPLICATION_JSON);
        return submitForm
                .handle(command)
                .chain(
                        reading ->
                                reading instanceof Reading.Refused refused && !command.trapped()
                                        ? answers.refused(form, refused, json)
                                        : answers.done(form, json));
    }

    private Uni<Optional<Form>> at(String alias) {
        return forms.at(alias);
    }
}
