package io.mauntic.kit.rest;

import io.mauntic.kernel.DomainException;
import java.util.Map;

/** Somebody else changed the thing first; the problem tells both versions. */
public class EditedMeanwhile extends DomainException {

    private static final long serialVersionUID = 1L;

    private final long yours;
    private final long current;

    private EditedMeanwhile(Kind kind, long yours, long current) {
        super(
                kind,
                "edited-meanwhile",
                "Somebody else has changed this meanwhile. Read it again, and change what is there now.");
        this.yours = yours;
        this.current = current;
    }

    /** The caller's {@code If-Match} names an older version: 412. */
    static EditedMeanwhile before(long yours, long current) {
        return new EditedMeanwhile(Kind.OUTDATED, yours, current);
    }

    /** It changed while the change was being made: 409. */
    public static EditedMeanwhile overtaken(long yours, long current) {
        return new EditedMeanwhile(Kind.CONFLICT, yours, current);
    }

    @Override
    public Map<String, Object> members() {
        return Map.of("yourVersion", yours, "currentVersion", current);
    }
}
