package io.mauntic.messaging.email.domain;

import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.messaging.template.BrokenTemplate;
import io.mauntic.messaging.template.LiquidTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The words of an email and whom they come from; its Liquid has been understood.
 *
 * @param name for the organization's own eyes
 * @param subject Liquid
 * @param html Liquid
 * @param text Liquid; made from the html when there is none
 * @param fromName shown beside the address
 * @param fromAddress where replies go
 */
public record EmailContent(
        String name,
        String subject,
        String html,
        Optional<String> text,
        String fromName,
        String fromAddress) {

    /** Refuses with every field that is wrong, so that all can be put right at once. */
    public EmailContent {
        List<Violation> violations = new ArrayList<>();
        oneLine("name", name, violations);
        oneLine("subject", subject, violations);
        oneLine("fromName", fromName, violations);
        if (EmailAddress.parse(fromAddress).isEmpty()) {
            violations.add(new Violation("fromAddress", "Enter an address like news@example.org."));
        }
        if (html.isBlank()) {
            violations.add(new Violation("html", "Enter what the email says."));
        }
        check("subject", subject, LiquidTemplate::text, violations);
        check("html", html, LiquidTemplate::html, violations);
        text.ifPresent(words -> check("text", words, LiquidTemplate::text, violations));
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
    }

    private static void oneLine(String field, String value, List<Violation> violations) {
        if (value.isBlank()) {
            violations.add(new Violation(field, "This must not be empty."));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            violations.add(new Violation(field, "This must be one line."));
        }
    }

    private static void check(
            String field, String source, Consumer<String> compiler, List<Violation> violations) {
        try {
            compiler.accept(source);
        } catch (BrokenTemplate broken) {
            violations.add(new Violation(field, broken.sentence()));
        }
    }
}
