package io.mauntic.crm.contact.interfaces.messaging;

import io.mauntic.crm.contact.application.ChangeContacts;
import io.mauntic.crm.contact.domain.ContactChange;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.EventHandler;
import io.mauntic.kit.events.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Hears what campaigns want changed about contacts: a whole batch is one statement. */
@ApplicationScoped
class ChangeRequestConsumer implements EventHandler {

    private final ChangeContacts changeContacts;

    ChangeRequestConsumer(ChangeContacts changeContacts) {
        this.changeContacts = changeContacts;
    }

    @Override
    public Set<String> types() {
        return Set.of("ContactChangeRequested");
    }

    @Override
    public Uni<Void> handle(OrganizationId organization, List<ReceivedEvent> events) {
        List<ContactChange> changes = events.stream().map(ChangeRequestConsumer::change).toList();
        return changeContacts
                .handle(new ChangeContacts.Command(organization, events.getFirst().lane(), changes))
                .replaceWithVoid();
    }

    private static ContactChange change(ReceivedEvent event) {
        return ContactChange.of(
                event.contactId(),
                tags(event, "addTags"),
                tags(event, "removeTags"),
                event.data().getInteger("pointsDelta", 0));
    }

    private static List<String> tags(ReceivedEvent event, String name) {
        return event.data().getJsonArray(name, new JsonArray()).stream()
                .map(Object::toString)
                .toList();
    }
}
