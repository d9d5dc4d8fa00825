package io.mauntic.integrations.webhook.domain;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a webhook is about: a name for people, an address, and the events that are sent there. */
public record Subscription(String name, String url, List<String> events) {

    public Subscription {
        name = name == null ? "" : name.strip().replaceAll("\\p{Cntrl}", "");
        url = url == null ? "" : url.strip();
        events =
                events == null
                        ? List.of()
                        : events.stream()
                                .filter(Objects::nonNull)
                                .map(String::strip)
                                .distinct()
                                .sorted()
                                .toList();
    }

    /**
     * This subscription, if it can be kept.
     *
     * @throws InvalidValues naming each field that is wrong
     */
    public Subscription checked() {
        List<Violation> violations = new ArrayList<>();
        if (name.isEmpty()) {
            violations.add(new Violation("name", "Please give the webhook a name."));
        } else if (name.length() > 200) {
            violations.add(new Violation("name", "The name has more than 200 characters."));
        }
        WebhookUrl.problem(url).ifPresent(problem -> violations.add(new Violation("url", problem)));
        if (events.isEmpty()) {
            violations.add(new Violation("events", "Please choose at least one event."));
        }
        events.stream()
                .filter(event -> !EventCatalogue.knows(event))
                .findFirst()
                .ifPresent(
                        unknown ->
                                violations.add(
                                        new Violation(
                                                "events",
                                                "There is no event \"" + unknown + "\".")));
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
        return this;
    }

    public boolean wants(String event) {
        return events.contains(event) || events.contains(EventCatalogue.ALL);
    }
}
