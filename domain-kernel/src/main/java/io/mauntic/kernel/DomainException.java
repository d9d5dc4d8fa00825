package io.mauntic.kernel;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A refusal by the business. Subclasses are named as sentences ({@code SegmentInUse}); the code is
 * stable and part of the contract, the message is written for the user.
 */
public abstract class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller can do about it; decides the HTTP status. */
    public enum Kind {
        /** The request cannot be understood: 400. */
        MALFORMED,
        /** The bearer may not do this: 403. */
        FORBIDDEN,
        /** There is no such thing for this organization: 404. */
        NOT_FOUND,
        /** It contradicts the present state: 409. */
        CONFLICT,
        /** The caller knows an older state of it: 412. */
        OUTDATED,
        /** It is larger than what is accepted: 413. */
        TOO_LARGE,
        /** It is understood, and its values are refused: 422. */
        REFUSED,
        /** Too much is asked at once; later is fine: 429. */
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private final transient List<Violation> violations;

    protected DomainException(Kind kind, String code, String message) {
        this(kind, code, message, List.of());
    }

    protected DomainException(Kind kind, String code, String message, List<Violation> violations) {
        super(Objects.requireNonNull(message), null, false, false);
        this.kind = Objects.requireNonNull(kind);
        this.code = Objects.requireNonNull(code);
        this.violations = List.copyOf(violations);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, in kebab case, such as {@code segment-in-use}. */
    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** What programs want to know besides, by name, such as the id of what is in the way. */
    public Map<String, Object> members() {
        return Map.of();
    }
}
