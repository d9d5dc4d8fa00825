package io.mauntic.messaging.mail;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one contact reads.
 *
 * @param text as the author wrote it, if the author did
 */
public record MailWords(String subject, String html, Optional<String> text) {

    /** The plain text, made from the html where the author wrote none. */
    public String plainText() {
        return text.orElseGet(() -> HtmlToText.convert(html));
    }

    /**
     * Where its links lead.
     *
     * @param ownPrefix addresses of our own, which are left alone
     */
    public Set<String> links(String ownPrefix) {
        return Links.in(html, text.orElse(""), ownPrefix);
    }

    /**
     * The same with other links, and a pixel at the end.
     *
     * @param target the tracked address for an address
     */
    public MailWords tracked(String ownPrefix, UnaryOperator<String> target, String pixelUrl) {
        String pixel =
                "<img src=\""
                        + pixelUrl
                        + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:none\">";
        String rewritten = Links.rewriteHtml(html, ownPrefix, target);
        // Behind </body> some readers cut off.
        int end = rewritten.toLowerCase(java.util.Locale.ROOT).lastIndexOf("</body");
        return new MailWords(
                subject,
                end < 0
                        ? rewritten + pixel
                        : rewritten.substring(0, end) + pixel + rewritten.substring(end),
                text.map(words -> Links.rewriteText(words, ownPrefix, target)));
    }
}
