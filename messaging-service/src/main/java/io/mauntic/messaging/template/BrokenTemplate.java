package io.mauntic.messaging.template;

/** A text is no Liquid that we run; the message is a sentence for its author. */
public final class BrokenTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    BrokenTemplate(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** Counted from 1; 0 when it is the whole text. */
    public int line() {
        return line;
    }

    /** Where and what, in one sentence. */
    public String sentence() {
        return line > 0 ? "Line " + line + ": " + getMessage() : getMessage();
    }
}
