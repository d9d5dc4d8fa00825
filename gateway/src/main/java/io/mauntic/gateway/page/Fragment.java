package io.mauntic.gateway.page;

/** A service's answer, parted into the window's title and what stands below it. */
record Fragment(String title, String content) {

    private static final String OPEN = "<title>";
    private static final String CLOSE = "</title>";

    // The title is escaped already and stays so on its way into the head.
    static Fragment of(String html) {
        var start = html.indexOf(OPEN);
        var end = html.indexOf(CLOSE, start);
        if (start < 0 || end < 0) {
            return new Fragment("Mauntic", html);
        }
        return new Fragment(
                html.substring(start + OPEN.length(), end),
                html.substring(0, start) + html.substring(end + CLOSE.length()));
    }
}
