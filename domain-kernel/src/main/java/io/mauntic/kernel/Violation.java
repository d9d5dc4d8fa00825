package io.mauntic.kernel;

/**
 * One value that was refused.
 *
 * @param field where it stands in the request, such as {@code filter.rules[1].operator}
 * @param message a sentence for the person who typed it
 */
public record Violation(String field, String message) {}
