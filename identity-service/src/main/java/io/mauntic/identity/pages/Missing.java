package io.mauntic.identity.pages;

import io.mauntic.kernel.NotFound;
import io.mauntic.ui.Answer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

/** A page of what is not there, or no longer. */
public final class Missing {

    private Missing() {}

    @CheckedTemplate(basePath = "Missing")
    static class Templates {
        static native TemplateInstance missing(String back);
    }

    /**
     * @param back an {@code /app} address to go on from
     */
    public static Uni<RestResponse<TemplateInstance>> orPage(
            Uni<TemplateInstance> page, String back) {
        return orAnswer(page.map(found -> Answer.page(found).build()), back);
    }

    public static Uni<RestResponse<TemplateInstance>> orAnswer(
            Uni<RestResponse<TemplateInstance>> answer, String back) {
        return answer.onFailure(NotFound.class)
                .recoverWithItem(() -> Answer.with(404, Templates.missing(back)).build());
    }
}
