package io.mauntic.crm.contact.domain;

import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.NotFound;

/** Ids of contacts as callers name them. */
public final class ContactIds {

    private ContactIds() {}

    /**
     * @throws NotFound for a number that no contact can have
     */
    public static ContactId of(long id) {
        if (id <= 0) {
            throw new NotFound("contact", id);
        }
        return new ContactId(id);
    }
}
