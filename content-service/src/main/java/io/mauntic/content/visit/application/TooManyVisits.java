package io.mauntic.content.visit.application;

/**
 * More visits wait to be written than memory should hold; the visitor's browser is told to come
 * again.
 */
public final class TooManyVisits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyVisits() {
        super("Too many page visits wait to be written", null, false, false);
    }
}
