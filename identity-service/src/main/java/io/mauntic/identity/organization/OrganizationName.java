package io.mauntic.identity.organization;

import io.mauntic.kernel.InvalidValues;

/**
 * What an organization is called.
 *
 * @param value trimmed, 1 to 200 characters on one line
 */
public record OrganizationName(String value) {

    private static final int LONGEST = 200;

    public OrganizationName {
        value = value.strip();
        if (value.isEmpty()
                || value.length() > LONGEST
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValues("name", "Enter a name of at most 200 characters.");
        }
    }
}
