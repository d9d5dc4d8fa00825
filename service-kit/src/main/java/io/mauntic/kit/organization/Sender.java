package io.mauntic.kit.organization;

/**
 * Whom mails come from unless they say so themselves.
 *
 * @param name null when none is set; so is the address
 */
public record Sender(String name, String address) {

    public static final Sender NONE = new Sender(null, null);
}
