package io.mauntic.messaging.email.interfaces.ui;

import io.mauntic.messaging.template.HtmlText;
import jakarta.ws.rs.core.Response;

/**
 * What an author wrote, as a document for a sandboxed frame: it runs no script, sends no form, and
 * loads nothing but pictures. The {@code sandbox} directive holds even when somebody opens it
 * outside the frame.
 */
final class EmailBody {

    private static final String POLICY =
            "sandbox; default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private EmailBody() {}

    static Response of(String html) {
        return Response.ok(html)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    static Response problem(String sentence) {
        return of(
                "<p style=\"font:1rem system-ui;color:#d63939;padding:1rem\">"
                        + HtmlText.escape(sentence)
                        + "</p>");
    }
}
