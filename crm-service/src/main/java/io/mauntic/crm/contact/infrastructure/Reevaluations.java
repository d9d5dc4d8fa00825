package io.mauntic.crm.contact.infrastructure;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.events.Lane;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Which contacts a unit of work has changed, and in what: their segments are decided at its end.
 */
final class Reevaluations {

    private final Map<Key, Asked> asked = new LinkedHashMap<>();

    record Key(OrganizationId organization, Lane lane) {}

    record Asked(Set<Long> contacts, Set<String> fields) {}

    void add(
            OrganizationId organization,
            Lane lane,
            Collection<Long> contacts,
            Collection<String> fields) {
        Asked of =
                asked.computeIfAbsent(
                        new Key(organization, lane),
                        _ -> new Asked(new TreeSet<>(), new HashSet<>()));
        of.contacts().addAll(contacts);
        of.fields().addAll(fields);
    }

    Uni<Void> each(BiFunction<Key, Asked, Uni<Void>> decide) {
        return Multi.createFrom()
                .iterable(List.copyOf(asked.entrySet()))
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> decide.apply(entry.getKey(), entry.getValue()))
                .collect()
                .last();
    }
}
