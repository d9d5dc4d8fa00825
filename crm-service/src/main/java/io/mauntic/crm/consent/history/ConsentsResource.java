package io.mauntic.crm.consent.history;

import io.mauntic.contracts.crm.api.ConsentsApi;
import io.mauntic.contracts.crm.model.Consent;
import io.mauntic.contracts.crm.model.ConsentPage;
import io.mauntic.contracts.crm.model.NewConsent;
import io.mauntic.crm.contact.domain.ContactIds;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;

class ConsentsResource implements ConsentsApi {

    private final RecordConsent recordConsent;
    private final ConsentQueries queries;
    private final Idempotency idempotency;
    private final CurrentUser user;

    ConsentsResource(
            RecordConsent recordConsent,
            ConsentQueries queries,
            Idempotency idempotency,
            CurrentUser user) {
        this.recordConsent = recordConsent;
        this.queries = queries;
        this.idempotency = idempotency;
        this.user = user;
    }

    @Override
    public Uni<ConsentPage> listConsents(Long id, Integer page, Integer limit, String cursor) {
        return queries.page(
                user.organization(),
                new ConsentQueries.Wanted(ContactIds.of(id), page, limit, cursor));
    }

    @Override
    public Uni<Consent> giveConsent(Long id, NewConsent consent, String idempotencyKey) {
        return recorded(id, ConsentState.GIVEN, consent, idempotencyKey);
    }

    @Override
    public Uni<Consent> withdrawConsent(Long id, NewConsent consent, String idempotencyKey) {
        return recorded(id, ConsentState.WITHDRAWN, consent, idempotencyKey);
    }

    /** The whole request: the same words of another contact are another one. */
    private record Asked(Long contact, ConsentState state, NewConsent consent) {}

    private Uni<Consent> recorded(Long id, ConsentState state, NewConsent consent, String key) {
        RecordConsent.Command command =
                new RecordConsent.Command(
                        user.organization(),
                        ContactIds.of(id),
                        state,
                        told(consent),
                        Recorder.of(user));
        return idempotency.once(
                key,
                new Asked(id, state, consent),
                Consent.class,
                () -> recordConsent.handle(command));
    }

    private static Told told(NewConsent consent) {
        return new Told(
                consent.getChannel(),
                consent.getTopic(),
                consent.getSource(),
                consent.getReference(),
                consent.getText(),
                consent.getAt() == null ? null : consent.getAt().toInstant());
    }
}
