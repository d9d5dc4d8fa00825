package io.mauntic.crm.contact.interfaces.rest;

import io.mauntic.contracts.crm.model.NewContact;
import io.mauntic.crm.contact.domain.ContactDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a caller writes of a contact and what the domain knows of it, each as the other. */
public final class ContactShapes {

    private ContactShapes() {}

    /** As it was written, unchecked. */
    public static ContactDetails details(NewContact contact) {
        return new ContactDetails(
                contact.getFirstname(),
                contact.getLastname(),
                contact.getEmail(),
                contact.getPhone(),
                contact.getCompany(),
                contact.getPosition(),
                contact.getCountry(),
                contact.getCity(),
                contact.getPoints() == null ? 0 : contact.getPoints(),
                contact.getStage(),
                contact.getTags() == null
                        ? null
                        : contact.getTags().stream()
                                .filter(Objects::nonNull)
                                .collect(Collectors.toCollection(TreeSet::new)),
                contact.getFields() == null ? null : new TreeMap<>(contact.getFields()));
    }

    static NewContact contract(ContactDetails details) {
        return new NewContact()
                .firstname(details.firstname())
                .lastname(details.lastname())
                .email(details.email())
                .phone(details.phone())
                .company(details.company())
                .position(details.position())
                .country(details.country())
                .city(details.city())
                .points(details.points())
                .stage(details.stage())
                .tags(List.copyOf(details.tags()))
                .fields(Map.copyOf(details.fields()));
    }
}
