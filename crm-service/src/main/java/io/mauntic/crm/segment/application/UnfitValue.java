package io.mauntic.crm.segment.application;

/** A rule's value does not fit its field; the message is written for the marketer. */
final class UnfitValue extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitValue(String sentence) {
        super(sentence, null, false, false);
    }
}
