package io.mauntic.content.form.domain;

import io.mauntic.content.input.PlainText;
import java.util.Locale;

/** What a visitor sees after a good submission: a message, or another page. */
public record PostAction(Type type, String message, String url) {

    private static final String THANKS = "Thank you. We have received your answers.";

    /** Message or redirect. */
    public enum Type {
        MESSAGE,
        REDIRECT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PostAction {
        type = type == null ? Type.MESSAGE : type;
        message = message == null || message.isBlank() ? THANKS : PlainText.lines(message);
        url = url == null || url.isBlank() ? null : PlainText.line(url);
    }

    /** A form that says nothing about it thanks. */
    public static PostAction thanks() {
        return new PostAction(Type.MESSAGE, null, null);
    }

    public boolean redirects() {
        return type == Type.REDIRECT;
    }
}
