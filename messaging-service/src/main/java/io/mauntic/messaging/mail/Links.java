package io.mauntic.messaging.mail;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The links of a message. Found by a pattern rather than a parser: a parser would also rewrite the
 * rest of the author's HTML, and it does not see the links in conditional comments for Outlook.
 */
final class Links {

    private static final Pattern IN_HTML =
            Pattern.compile(
                    "(<a\\s[^<>]{0,2000}?\\bhref\\s{0,9}=\\s{0,9})(?:\"([^\"<>]{1,4000})\"|'([^'<>]{1,4000})')",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_TEXT = Pattern.compile("https?://[^\\s<>\"')\\]]{1,3990}");
    private static final int LONGEST = 4_000;

    private Links() {}

    /**
     * The web addresses that the HTML and the text lead to, but for those with the prefix, which
     * are our own.
     */
    static Set<String> in(String html, String text, String ownPrefix) {
        Set<String> urls = new TreeSet<>();
        UnaryOperator<String> note =
                url -> {
                    urls.add(url);
                    return url;
                };
        rewriteHtml(html, ownPrefix, note);
        rewriteText(text, ownPrefix, note);
        return urls;
    }

    static String rewriteHtml(String html, String ownPrefix, UnaryOperator<String> target) {
        Matcher links = IN_HTML.matcher(html);
        StringBuilder rewritten = new StringBuilder(html.length() + 512);
        while (links.find()) {
            String url =
                    Parser.unescapeEntities(
                                    links.group(2) != null ? links.group(2) : links.group(3), true)
                            .strip();
            String replacement =
                    isTracked(url, ownPrefix)
                            ? links.group(1)
                                    + '"'
                                    + target.apply(url)
                                            .replace("&", "&amp;")
                                            .replace("\"", "&quot;")
                                    + '"'
                            : links.group();
            links.appendReplacement(rewritten, Matcher.quoteReplacement(replacement));
        }
        return links.appendTail(rewritten).toString();
    }

    static String rewriteText(String text, String ownPrefix, UnaryOperator<String> target) {
        return IN_TEXT.matcher(text)
                .replaceAll(
                        link ->
                                Matcher.quoteReplacement(
                                        isTracked(link.group(), ownPrefix)
                                                ? target.apply(link.group())
                                                : link.group()));
    }

    private static boolean isTracked(String url, String ownPrefix) {
        return url.length() <= LONGEST
                && (url.regionMatches(true, 0, "https://", 0, 8)
                        || url.regionMatches(true, 0, "http://", 0, 7))
                && !url.startsWith(ownPrefix)
                && url.chars().noneMatch(Character::isISOControl);
    }
}
