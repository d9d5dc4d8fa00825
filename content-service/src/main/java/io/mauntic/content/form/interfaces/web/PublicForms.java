package io.mauntic.content.form.interfaces.web;

import io.mauntic.content.form.domain.FormDefinition;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages that visitors see. */
@CheckedTemplate(basePath = "PublicForms")
public final class PublicForms {

    private PublicForms() {}

    /** The form alone, to be put into a page. */
    public static native TemplateInstance form(FormView view);

    /** The hosted page; {@code siteKey} is null where the organization tracks no pages. */
    static native TemplateInstance page(FormView view, String siteKey);

    static native TemplateInstance done(FormDefinition form, String message);

    static native TemplateInstance missing();
}
