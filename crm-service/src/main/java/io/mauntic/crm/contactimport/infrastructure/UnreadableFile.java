package io.mauntic.crm.contactimport.infrastructure;

/** The file as a whole cannot be read; the message is written for the person who made it. */
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String sentence) {
        super(sentence);
    }
}
