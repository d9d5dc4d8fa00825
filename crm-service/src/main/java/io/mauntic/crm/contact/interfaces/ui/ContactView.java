package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.contracts.crm.model.Contact;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages say of a contact. */
@TemplateExtension
public final class ContactView {

    private ContactView() {}

    /** The name, or what is best known instead of it; empty when nothing is. */
    public static String title(Contact contact) {
        String name =
                Stream.of(contact.getFirstname(), contact.getLastname())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" "));
        return Stream.of(name, contact.getEmail(), contact.getPhone())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Its custom values in the order of their names. */
    public static List<CustomValue> custom(Contact contact) {
        return contact.getFields().entrySet().stream()
                .map(entry -> new CustomValue(entry.getKey(), String.valueOf(entry.getValue())))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** A custom value as people read it. */
    public record CustomValue(String name, String value) {}
}
