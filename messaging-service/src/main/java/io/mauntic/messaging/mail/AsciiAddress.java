package io.mauntic.messaging.mail;

import java.net.IDN;

/**
 * An address as every mail server understands it: the letters of its domain beyond ASCII encoded
 * (RFC 5891).
 */
public final class AsciiAddress {

    private AsciiAddress() {}

    /**
     * The same address; its local part is left as it is.
     *
     * @throws IllegalArgumentException when the domain cannot be encoded
     */
    public static String of(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }
}
