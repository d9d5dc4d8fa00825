package io.mauntic.messaging.email.domain;

import io.mauntic.kernel.EmailAddress;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import io.mauntic.messaging.template.BrokenTemplate;
import io.mauntic.messaging.template.LiquidTemplate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
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

    private static final int LONGEST_SUBJECT = 998;

    /**
     * These words, held against the rules where they are other ones than before: what is stored is
     * trusted, so that a rule that was tightened keeps nobody from editing.
     *
     * @throws InvalidValues with every field that is wrong, so that all can be put right at once
     */
    public EmailContent checkedSince(EmailContent before) {
        return checked(before::holds);
    }

    /**
     * These words, held against the rules.
     *
     * @throws InvalidValues with every field that is wrong, so that all can be put right at once
     */
    public EmailContent checked() {
        return checked((_, _) -> false);
    }

    private boolean holds(String field, String value) {
        return value(field).equals(value);
    }

    private EmailContent checked(BiPredicate<String, String> known) {
        List<Violation> violations = new ArrayList<>();
        oneLine("name", name, violations);
        oneLine("subject", subject, violations);
        oneLine("fromName", fromName, violations);
        if (subject.getBytes(StandardCharsets.UTF_8).length > LONGEST_SUBJECT) {
            violations.add(
                    new Violation(
                            "subject",
                            "A subject has at most %d bytes.".formatted(LONGEST_SUBJECT)));
        }
        if (EmailAddress.parse(fromAddress).isEmpty()) {
            violations.add(new Violation("fromAddress", "Enter an address like news@example.org."));
        }
        if (html.isBlank()) {
            violations.add(new Violation("html", "Enter what the email says."));
        }
        check("subject", subject, LiquidTemplate::text, violations);
        check("html", html, LiquidTemplate::html, violations);
        text.ifPresent(words -> check("text", words, LiquidTemplate::text, violations));
        violations.removeIf(violation -> known.test(violation.field(), value(violation.field())));
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
        return this;
    }

    private String value(String field) {
        return switch (field) {
            case "name" -> name;
            case "subject" -> subject;
            case "html" -> html;
            case "text" -> text.orElse("");
            case "fromName" -> fromName;
            default -> fromAddress;
        };
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
