package io.mauntic.messaging.mail;

import io.mauntic.messaging.template.BrokenTemplate;
import io.mauntic.messaging.template.LiquidTemplate;
import java.util.Map;
import java.util.Optional;

/** An email whose Liquid is ready to be rendered many times. */
public record CompiledEmail(
        String name,
        LiquidTemplate subject,
        LiquidTemplate html,
        Optional<LiquidTemplate> text,
        String fromName,
        String fromAddress) {

    /**
     * @throws BrokenTemplate when its Liquid cannot be understood
     */
    public static CompiledEmail of(
            String name,
            String subject,
            String html,
            Optional<String> text,
            String fromName,
            String fromAddress) {
        return new CompiledEmail(
                name,
                LiquidTemplate.text(subject),
                LiquidTemplate.html(html),
                text.filter(words -> !words.isBlank()).map(LiquidTemplate::text),
                fromName,
                fromAddress);
    }

    /**
     * The words for one contact.
     *
     * @param contact what Liquid sees of it, see {@link ContactValues}
     * @param unsubscribeUrl put in where the author asks for it
     * @throws BrokenTemplate when rendering exceeds its limits
     */
    public MailWords render(Map<String, Object> contact, String unsubscribeUrl) {
        Map<String, Object> values = Map.of("contact", contact, "unsubscribe_url", unsubscribeUrl);
        return new MailWords(
                subject.render(values).replaceAll("\\p{Cntrl}+", " ").strip(),
                html.render(values),
                text.map(words -> words.render(values)));
    }
}
