package io.mauntic.crm.company.interfaces.ui;

import io.mauntic.contracts.crm.model.Company;
import io.mauntic.crm.company.application.CreateCompany;
import io.mauntic.crm.company.application.UpdateCompany;
import io.mauntic.crm.company.domain.CompanyDetails;
import io.mauntic.crm.company.infrastructure.CompanyQueries;
import io.mauntic.crm.contact.interfaces.ui.ContactErrors;
import io.mauntic.crm.contact.interfaces.ui.ContactMessages;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.NotFound;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.FormErrors;
import io.mauntic.ui.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.RestResponse;

/** The form that creates a company and changes one. */
@Path("/ui/crm/companies")
@Produces(MediaType.TEXT_HTML)
class CompanyFormPages {

    private static final String LIST = "/app/crm/companies";

    private final CreateCompany createCompany;
    private final UpdateCompany updateCompany;
    private final CompanyQueries queries;
    private final CurrentUser user;

    CompanyFormPages(
            CreateCompany createCompany,
            UpdateCompany updateCompany,
            CompanyQueries queries,
            CurrentUser user) {
        this.createCompany = createCompany;
        this.updateCompany = updateCompany;
        this.queries = queries;
        this.user = user;
    }

    /**
     * @param id null for a new company
     */
    public record Page(Long id, MultivaluedMap<String, String> values) {

        public String value(String field) {
            return values.getFirst(field);
        }

        public String address() {
            return id == null ? LIST + "/new" : back() + "/edit";
        }

        public String back() {
            return id == null ? LIST : LIST + "/" + id;
        }

        CompanyDetails details() {
            return new CompanyDetails(
                    value("name"),
                    value("website"),
                    value("phone"),
                    value("industry"),
                    value("country"),
                    value("city"));
        }
    }

    @CheckedTemplate(basePath = "CompanyPages")
    static class Templates {
        static native TemplateInstance form(Page page, FormErrors errors);
    }

    @GET
    @Path("new")
    @RequiresPermission("crm:companies:write")
    public TemplateInstance blank() {
        return Templates.form(new Page(null, new MultivaluedHashMap<>()), FormErrors.none());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:companies:write")
    public Uni<RestResponse<TemplateInstance>> create(
            MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        Page page = new Page(null, sent);
        var organization = user.organization();
        return Uni.createFrom()
                .item(() -> new CreateCompany.Command(organization, page.details()))
                .chain(createCompany::handle)
                .map(id -> saved(id, headers))
                .onFailure(DomainException.class)
                .recoverWithItem(refusal -> refused(page, refusal));
    }

    @GET
    @Path("{id:\\d{1,18}}/edit")
    @RequiresPermission("crm:companies:write")
    public Uni<RestResponse<TemplateInstance>> filled(long id) {
        return CompanyPages.orGone(
                queries.get(user.organization(), id)
                        .map(
                                company ->
                                        Answer.page(
                                                        Templates.form(
                                                                new Page(id, values(company)),
                                                                FormErrors.none()))
                                                .build()));
    }

    @POST
    @Path("{id:\\d{1,18}}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RequiresPermission("crm:companies:write")
    public Uni<RestResponse<TemplateInstance>> change(
            long id, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        Page page = new Page(id, sent);
        return CompanyPages.orGone(
                updateCompany
                        .handle(
                                new UpdateCompany.Command(
                                        user.organization(), id, IfMatch.ANY, _ -> page.details()))
                        .map(_ -> saved(id, headers))
                        .onFailure(
                                failure ->
                                        failure instanceof DomainException
                                                && !(failure instanceof NotFound))
                        .recoverWithItem(refusal -> refused(page, refusal)));
    }

    private static RestResponse<TemplateInstance> saved(long id, HttpHeaders headers) {
        return Answer.goTo(LIST + "/" + id)
                .toast(Words.of(ContactMessages.class, headers).saved())
                .build();
    }

    private static RestResponse<TemplateInstance> refused(Page page, Throwable refusal) {
        return Answer.invalid(
                        Templates.form(page, ContactErrors.of((DomainException) refusal, "name")))
                .build();
    }

    private static MultivaluedMap<String, String> values(Company company) {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        values.putSingle("name", company.getName());
        values.putSingle("website", company.getWebsite());
        values.putSingle("phone", company.getPhone());
        values.putSingle("industry", company.getIndustry());
        values.putSingle("country", company.getCountry());
        values.putSingle("city", company.getCity());
        return values;
    }
}
