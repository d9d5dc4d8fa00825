package io.mauntic.ui;

import java.time.OffsetDateTime;

/**
 * What a builder's bar tells and sends: where its draft is kept, and from what it began.
 *
 * @param draft where the script keeps the form, an address of a part; {@code /discard} after it
 *     throws the draft away
 * @param base what the edit began from, as the service knows it again
 * @param revision which draft it continues; 0 when there is none
 * @param savedAt when the draft was kept; null when there is none
 * @param conflict whether somebody else saved meanwhile
 */
public record BuilderState(
        String draft, String base, long revision, OffsetDateTime savedAt, boolean conflict) {

    public static BuilderState fresh(String draft, String base) {
        return new BuilderState(draft, base, 0, null, false);
    }

    public static BuilderState kept(
            String draft, String base, long revision, OffsetDateTime savedAt) {
        return new BuilderState(draft, base, revision, savedAt, false);
    }

    /** The same edit, which now goes over what somebody else saved. */
    public BuilderState over(String now) {
        return new BuilderState(draft, now, revision, savedAt, true);
    }

    /** Whether there is a draft to throw away. */
    public boolean isKept() {
        return revision > 0;
    }

    /** Where the button posts to that throws the draft away. */
    public String discard() {
        return draft.replaceFirst("^/ui/", "/app/") + "/discard";
    }
}
