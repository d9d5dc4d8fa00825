package io.mauntic.crm.company.interfaces.ui;

import io.mauntic.contracts.crm.model.Company;
import io.mauntic.contracts.crm.model.CompanyPage;
import io.mauntic.contracts.crm.model.Contact;
import io.mauntic.contracts.crm.model.ContactPage;
import io.mauntic.crm.company.infrastructure.CompanyQueries;
import io.mauntic.crm.contact.application.ContactListing;
import io.mauntic.crm.contact.infrastructure.ContactQueries;
import io.mauntic.kernel.NotFound;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.security.CurrentUser;
import io.mauntic.kit.security.RequiresPermission;
import io.mauntic.ui.Answer;
import io.mauntic.ui.PageLinks;
import io.mauntic.ui.Pager;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The companies that contacts work for, and who works there. */
@Path("/ui/crm/companies")
@Produces(MediaType.TEXT_HTML)
class CompanyPages {

    private static final int ROWS = 25;

    private final CompanyQueries companies;
    private final ContactQueries contacts;
    private final CurrentUser user;

    CompanyPages(CompanyQueries companies, ContactQueries contacts, CurrentUser user) {
        this.companies = companies;
        this.contacts = contacts;
        this.user = user;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                PageLinks links, Pager pager, List<Company> companies, boolean mayWrite);

        static native TemplateInstance detail(
                Company company,
                List<Contact> colleagues,
                PageLinks links,
                Pager pager,
                boolean mayWrite);

        static native TemplateInstance gone();
    }

    @GET
    @RequiresPermission("crm:companies:read")
    public Uni<TemplateInstance> list(
            @Context UriInfo uri,
            @RestQuery String search,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("name") String orderBy,
            @RestQuery String orderDir) {
        CompanyQueries.Wanted wanted =
                new CompanyQueries.Wanted(Math.max(1, page), ROWS, null, search, orderBy, orderDir);
        return companies.page(user.organization(), wanted).map(found -> list(uri, found));
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @RequiresPermission("crm:companies:read")
    public Uni<RestResponse<TemplateInstance>> detail(
            long id, @Context UriInfo uri, @RestQuery @DefaultValue("1") int page) {
        OrganizationId organization = user.organization();
        ContactListing colleagues = ContactListing.ofCompany(id, Math.max(1, page), ROWS);
        return orGone(
                companies
                        .get(organization, id)
                        .chain(
                                company ->
                                        contacts.page(organization, colleagues)
                                                .map(
                                                        found ->
                                                                Templates.detail(
                                                                        company,
                                                                        found.getItems(),
                                                                        PageLinks.of(uri),
                                                                        pager(found),
                                                                        mayWrite())))
                        .map(shown -> Answer.page(shown).build()));
    }

    static Uni<RestResponse<TemplateInstance>> orGone(Uni<RestResponse<TemplateInstance>> answer) {
        return answer.onFailure(NotFound.class)
                .recoverWithItem(() -> Answer.with(404, Templates.gone()).build());
    }

    private TemplateInstance list(UriInfo uri, CompanyPage found) {
        Pager pager = Pager.of(found.getPage(), found.getLimit(), found.getTotal());
        return Templates.list(PageLinks.of(uri), pager, found.getItems(), mayWrite());
    }

    private static Pager pager(ContactPage found) {
        return new Pager(
                found.getPage(), found.getLimit(), found.getTotal(), found.getTotalEstimated());
    }

    private boolean mayWrite() {
        return user.may("crm:companies:write");
    }
}
