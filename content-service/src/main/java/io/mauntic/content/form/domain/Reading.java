package io.mauntic.content.form.domain;

import java.util.Map;

/** What came of reading a visitor's answers. */
public sealed interface Reading {

    /**
     * All answers are good.
     *
     * @param answers by the field's alias; only what was given
     * @param contactFields the same by the contact's field, where the form maps one
     */
    record Accepted(Map<String, String> answers, Map<String, String> contactFields)
            implements Reading {}

    /**
     * Some answers are wrong.
     *
     * @param answers as given, to be shown again
     * @param errors a sentence for each wrong field, by its alias
     */
    record Refused(Map<String, String> answers, Map<String, String> errors) implements Reading {}
}
