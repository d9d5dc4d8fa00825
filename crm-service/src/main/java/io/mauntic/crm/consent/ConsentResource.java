package io.mauntic.crm.consent;

import io.mauntic.contracts.crm.api.ConsentApi;
import io.mauntic.contracts.crm.model.DoNotContact;
import io.mauntic.contracts.crm.model.DoNotContactList;
import io.mauntic.contracts.crm.model.NewDoNotContact;
import io.mauntic.crm.contact.domain.ContactIds;
import io.mauntic.kernel.Channel;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;

class ConsentResource implements ConsentApi {

    private final ManageConsent consent;
    private final CurrentUser user;

    ConsentResource(ManageConsent consent, CurrentUser user) {
        this.consent = consent;
        this.user = user;
    }

    @Override
    public Uni<DoNotContact> addDoNotContact(Long id, NewDoNotContact entry) {
        return consent.refuse(
                user.organization(),
                ContactIds.of(id),
                channel(entry.getChannel()),
                entry.getNote());
    }

    @Override
    public Uni<DoNotContactList> listDoNotContact(Long id) {
        return consent.of(user.organization(), ContactIds.of(id))
                .map(new DoNotContactList()::items);
    }

    @Override
    public Uni<Void> removeDoNotContact(Long id, String channel) {
        return consent.allow(user.organization(), ContactIds.of(id), channel(channel));
    }

    private static Channel channel(String text) {
        return Channel.parse(text)
                .orElseThrow(
                        () -> new InvalidValues("channel", "A channel is email, sms or push."));
    }
}
