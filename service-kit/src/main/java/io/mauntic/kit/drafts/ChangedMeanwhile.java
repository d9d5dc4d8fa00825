package io.mauntic.kit.drafts;

import io.mauntic.kernel.DomainException;

/** Somebody else saved the thing after this edit began. */
public class ChangedMeanwhile extends DomainException {

    private static final long serialVersionUID = 1L;

    private final String now;

    private ChangedMeanwhile(String now) {
        super(
                Kind.CONFLICT,
                "changed-meanwhile",
                "Somebody else has saved a change meanwhile. Look at it, then save again.");
        this.now = now;
    }

    /**
     * Lets an edit pass that began from what is there now.
     *
     * @param base where it began; empty when the caller does not say
     * @param now the {@link Fingerprint} of what is there now
     * @throws ChangedMeanwhile when it began from something else
     */
    public static void refuse(String base, String now) {
        if (!base.isEmpty() && !base.equals(now)) {
            throw new ChangedMeanwhile(now);
        }
    }

    /** The fingerprint of what is there now. */
    public String now() {
        return now;
    }
}
