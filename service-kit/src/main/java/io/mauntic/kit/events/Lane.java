package io.mauntic.kit.events;

/** Realtime work never waits behind bulk work: each lane has topics and consumers of its own. */
public enum Lane {
    /** What one person did just now. */
    REALTIME("realtime", ""),
    /** What an import, a segment's build, a campaign's kick-off or a broadcast makes. */
    BULK("bulk", ".bulk");

    private final String text;
    private final String topicSuffix;

    Lane(String text, String topicSuffix) {
        this.text = text;
        this.topicSuffix = topicSuffix;
    }

    /** As it is stored in the database. */
    public String text() {
        return text;
    }

    public static Lane of(String text) {
        return "bulk".equals(text) ? BULK : REALTIME;
    }

    String topic(String prefix, String context) {
        return prefix + context + ".events" + topicSuffix;
    }
}
