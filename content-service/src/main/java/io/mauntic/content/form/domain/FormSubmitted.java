package io.mauntic.content.form.domain;

import java.util.Map;

/** A visitor submitted a form; {@code contracts/events/FormSubmitted.json}. */
public record FormSubmitted(
        long formId,
        String formName,
        String formAlias,
        long submissionId,
        Map<String, String> values,
        Map<String, String> contactFields,
        String visitorId,
        String pageUrl) {}
