package io.mauntic.messaging.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML message for those who read plain text; links stand behind their words. */
final class HtmlToText {

    private HtmlToText() {}

    static String convert(String html) {
        Reader reader = new Reader();
        Jsoup.parse(html).body().traverse(reader);
        return reader.text
                .toString()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static final class Reader implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && !isHidden(words.parent())) {
                String plain = words.text();
                boolean atStart =
                        text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
                text.append(atStart ? plain.stripLeading() : plain);
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "br" -> text.append('\n');
                    case "li" -> text.append("\n- ");
                    case "img" -> text.append(element.attr("alt"));
                    default -> breakAround(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String href = element.attr("href");
                if (element.normalName().equals("a")
                        && href.startsWith("http")
                        && !href.equals(element.text())) {
                    text.append(" (").append(href).append(')');
                }
                breakAround(element);
            }
        }

        private void breakAround(Element element) {
            if (element.normalName().matches("p|h[1-6]|table|ul|ol|blockquote|hr")) {
                text.append("\n\n");
            } else if (element.isBlock()) {
                text.append('\n');
            } else if (element.normalName().matches("td|th")) {
                text.append(' ');
            }
        }

        private static boolean isHidden(Node parent) {
            return parent instanceof Element element
                    && element.normalName().matches("style|script|title|template");
        }
    }
}
