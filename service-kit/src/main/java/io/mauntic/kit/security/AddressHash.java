package io.mauntic.kit.security;

import java.util.regex.Pattern;

/**
 * What stands for an address where the address itself must not be kept: whoever has the hash can
 * tell whether an address is that one, and only with the key.
 *
 * @param hex 64 digits
 */
public record AddressHash(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public AddressHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a hash of an address");
        }
    }
}
