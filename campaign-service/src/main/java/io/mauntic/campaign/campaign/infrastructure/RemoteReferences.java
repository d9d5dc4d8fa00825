package io.mauntic.campaign.campaign.infrastructure;

import io.mauntic.campaign.campaign.application.References;
import io.mauntic.campaign.campaign.application.ReferencesNotChecked;
import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.clients.Crm;
import io.mauntic.campaign.clients.Messaging;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class RemoteReferences implements References {

    private final Crm crm;
    private final Messaging messaging;

    RemoteReferences(Crm crm, Messaging messaging) {
        this.crm = crm;
        this.messaging = messaging;
    }

    @Override
    public Uni<Void> check(OrganizationId organization, CampaignGraph graph) {
        return Multi.createFrom()
                .iterable(lookups(organization, graph))
                .onItem()
                .transformToUniAndConcatenate(lookup -> lookup)
                .collect()
                .asList()
                .onFailure()
                .transform(_ -> new ReferencesNotChecked())
                .invoke(RemoteReferences::refuse)
                .replaceWithVoid();
    }

    private List<Uni<Optional<Violation>>> lookups(
            OrganizationId organization, CampaignGraph graph) {
        List<Uni<Optional<Violation>>> lookups = new ArrayList<>();
        for (int at = 0; at < graph.sources().size(); at++) {
            Violation gone =
                    new Violation(
                            "sources[%d].id".formatted(at),
                            "This segment does not exist. Choose another one.");
            lookups.add(
                    crm.segmentName(organization, graph.sources().get(at).segment().value())
                            .map(name -> unless(name, gone)));
        }
        for (int at = 0; at < graph.steps().size(); at++) {
            if (graph.steps().get(at).kind() instanceof StepKind.SendEmail email) {
                Violation gone =
                        new Violation(
                                "events[%d].properties.emailId".formatted(at),
                                "This email does not exist. Choose another one.");
                lookups.add(
                        messaging
                                .emailName(organization, email.emailId())
                                .map(name -> unless(name, gone)));
            }
        }
        return lookups;
    }

    private static Optional<Violation> unless(Optional<String> name, Violation gone) {
        return name.isPresent() ? Optional.empty() : Optional.of(gone);
    }

    private static void refuse(List<Optional<Violation>> found) {
        List<Violation> violations = found.stream().flatMap(Optional::stream).toList();
        if (!violations.isEmpty()) {
            throw new InvalidValues(violations);
        }
    }
}
