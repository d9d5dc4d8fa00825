package io.mauntic.crm.contact.interfaces.messaging;

import io.mauntic.crm.contact.application.RegisterSubmission;
import io.mauntic.crm.contact.domain.FormAnswers;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hears of forms that visitors sent. */
@ApplicationScoped
class FormSubmissionConsumer implements EventHandler {

    private final RegisterSubmission registerSubmission;

    FormSubmissionConsumer(RegisterSubmission registerSubmission) {
        this.registerSubmission = registerSubmission;
    }

    @Override
    public Set<String> types() {
        return Set.of("FormSubmitted");
    }

    // One after the other: the second of two submissions by one visitor must find what the first
    // one made.
    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(
                        event -> registerSubmission.handle(command(organization, event)))
                .collect()
                .last();
    }

    private static RegisterSubmission.Command command(
            OrganizationId organization, ReceivedEvent event) {
        Map<String, String> answers = new LinkedHashMap<>();
        event.data()
                .getJsonObject("contactFields", new JsonObject())
                .forEach(
                        answer ->
                                answers.put(
                                        answer.getKey(),
                                        answer.getValue() == null
                                                ? null
                                                : answer.getValue().toString()));
        return new RegisterSubmission.Command(
                organization,
                new FormAnswers(answers),
                Optional.ofNullable(event.data().getString("visitorId")),
                event);
    }
}
