package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.clients.Crm;
import io.mauntic.campaign.clients.Messaging;
import io.mauntic.contracts.crm.model.Segment;
import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * What other contexts call what a campaign refers to. A page is drawn without names when its owner
 * does not answer.
 */
@ApplicationScoped
class Names {

    private static final Logger LOG = Logger.getLogger(Names.class);

    private final Crm crm;
    private final Messaging messaging;

    Names(Crm crm, Messaging messaging) {
        this.crm = crm;
        this.messaging = messaging;
    }

    /**
     * @param names by id; those used, and the first hundred to choose from
     * @param missing what is used and does not exist
     */
    record Known(Map<Long, String> names, Set<Long> missing) {

        static final Known NOTHING = new Known(Map.of(), Set.of());
    }

    Uni<Known> emails(OrganizationId organization, CampaignGraph graph) {
        List<Long> used =
                graph.steps().stream()
                        .flatMap(
                                step ->
                                        step.kind() instanceof StepKind.SendEmail email
                                                ? Stream.of(email.emailId())
                                                : Stream.empty())
                        .distinct()
                        .toList();
        return known(
                messaging.emails(organization), used, id -> messaging.emailName(organization, id));
    }

    Uni<Known> segments(OrganizationId organization, Collection<Long> used) {
        Uni<Map<Long, String>> listed =
                crm.segments(organization)
                        .map(
                                all ->
                                        all.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Segment::getId, Segment::getName)));
        return known(listed, used, id -> crm.segmentName(organization, id));
    }

    /** The names of contacts, at most 1,000, by id. */
    Uni<Map<Long, String>> contacts(OrganizationId organization, List<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return crm.lookup(organization, ids)
                .map(
                        found -> {
                            Map<Long, String> names = new HashMap<>();
                            found.forEach(
                                    (id, contact) ->
                                            name(contact).ifPresent(name -> names.put(id, name)));
                            return names;
                        })
                .onFailure()
                .invoke(failure -> LOG.warn("Contacts are shown without names", failure))
                .onFailure()
                .recoverWithItem(Map.of());
    }

    private static Optional<String> name(Map<String, Object> contact) {
        String whole =
                Stream.of("firstname", "lastname")
                        .map(contact::get)
                        .filter(part -> part != null)
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
        return whole.isBlank()
                ? Optional.ofNullable(contact.get("email")).map(Object::toString)
                : Optional.of(whole.strip());
    }

    private static Uni<Known> known(
            Uni<Map<Long, String>> listed,
            Collection<Long> used,
            Function<Long, Uni<Optional<String>>> one) {
        return listed.chain(
                        first ->
                                Multi.createFrom()
                                        .iterable(used)
                                        .filter(id -> !first.containsKey(id))
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                id ->
                                                        one.apply(id)
                                                                .map(name -> Map.entry(id, name)))
                                        .collect()
                                        .asList()
                                        .map(
                                                others -> {
                                                    Map<Long, String> names = new HashMap<>(first);
                                                    Set<Long> missing = new HashSet<>();
                                                    others.forEach(
                                                            other ->
                                                                    other.getValue()
                                                                            .ifPresentOrElse(
                                                                                    name ->
                                                                                            names
                                                                                                    .put(
                                                                                                            other
                                                                                                                    .getKey(),
                                                                                                            name),
                                                                                    () ->
                                                                                            missing
                                                                                                    .add(
                                                                                                            other
                                                                                                                    .getKey())));
                                                    return new Known(names, missing);
                                                }))
                .onFailure()
                .invoke(failure -> LOG.warn("Names cannot be shown", failure))
                .onFailure()
                .recoverWithItem(Known.NOTHING);
    }
}
