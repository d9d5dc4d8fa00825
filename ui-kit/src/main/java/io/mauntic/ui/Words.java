package io.mauntic.ui;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.HttpHeaders;

/** A message bundle in the language of a request, for words that are chosen in Java. */
public final class Words {

    private Words() {}

    /** The bundle in German when the browser asks for it first, in English otherwise. */
    public static <T> T of(Class<T> bundle, HttpHeaders headers) {
        var languages = headers.getAcceptableLanguages();
        if (!languages.isEmpty() && "de".equals(languages.getFirst().getLanguage())) {
            return MessageBundles.get(bundle, Localized.Literal.of("de"));
        }
        return MessageBundles.get(bundle);
    }
}
