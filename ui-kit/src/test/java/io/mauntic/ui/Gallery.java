package io.mauntic.ui;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** A page with each tag on it, as a service would write it. */
@Path("/ui/kit/gallery")
@Produces(MediaType.TEXT_HTML)
public class Gallery {

    /** A row of the table. */
    public record Person(long id, String name, int points, Instant seen) {}

    /** All that the page shows. */
    public record Page(
            PageLinks links,
            Pager pager,
            List<Person> people,
            FormErrors errors,
            Chart chart,
            double up,
            double down,
            LocalDate day,
            BuilderState builder) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance gallery(Page page, FormErrors errors, PageLinks links);

        static native TemplateInstance numbers(int small, long large, Long boxed, double part);
    }

    @GET
    public TemplateInstance gallery(@Context UriInfo uri, @QueryParam("page") Long page) {
        return fragment(uri, FormErrors.none(), page == null ? 1 : page);
    }

    @GET
    @Path("numbers")
    public TemplateInstance numbers() {
        return Templates.numbers(1000, 2_000L, 3_000L, 0.5);
    }

    @POST
    public RestResponse<TemplateInstance> save(
            @Context UriInfo uri, @Context HttpHeaders headers, @QueryParam("ok") boolean ok) {
        if (ok) {
            return Answer.goTo("/app/kit/gallery")
                    .toast(Words.of(UiMessages.class, headers).undo())
                    .build();
        }
        var errors = FormErrors.of("email", "Enter an address like ada@example.org");
        return Answer.invalid(fragment(uri, errors, 1)).build();
    }

    private static TemplateInstance fragment(UriInfo uri, FormErrors errors, long page) {
        var people =
                List.of(
                        new Person(
                                1, "Ada <Lovelace>", 1815, Instant.parse("2026-11-20T10:00:00Z")),
                        new Person(2, "\"Quote\"", 7, null));
        var chart =
                new Chart(
                        "line",
                        "Day",
                        List.of("1 Nov", "2 Nov"),
                        List.of(
                                new Chart.Series("Sent", List.of(1200, 3)),
                                new Chart.Series("Opened", List.of(40L, 2L))));
        var links = PageLinks.of(uri);
        var content =
                new Page(
                        links,
                        Pager.of(page, 20, 5000),
                        people,
                        errors,
                        chart,
                        0.123,
                        -0.5,
                        LocalDate.parse("2026-11-21"),
                        BuilderState.kept(
                                "/ui/kit/42/draft",
                                "abc",
                                3,
                                Instant.parse("2026-11-20T10:00:00Z").atOffset(ZoneOffset.UTC)));
        return Templates.gallery(content, errors, links);
    }
}
