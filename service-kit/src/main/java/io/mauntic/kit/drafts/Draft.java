package io.mauntic.kit.drafts;

import io.mauntic.kit.rest.UrlEncodedBody;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A builder's form as it was last typed.
 *
 * @param revision counts the times it was kept
 * @param base the {@link Fingerprint} of the saved thing that it began from
 * @param form url-encoded
 */
public record Draft(long revision, String base, String form, OffsetDateTime savedAt) {

    /** The names of the form's fields that tell where it began. */
    public static final String BASE_FIELD = "draftBase";

    public static final String REVISION_FIELD = "draftRevision";

    public Map<String, List<String>> values() {
        return UrlEncodedBody.parse(form);
    }
}
