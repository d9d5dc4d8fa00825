package io.mauntic.kernel;

/**
 * There is no such thing for this organization; what another organization owns answers the same.
 */
public class NotFound extends DomainException {

    private static final long serialVersionUID = 1L;

    /**
     * @param thing what was looked for, such as {@code contact}
     * @param id its id as the caller gave it
     */
    public NotFound(String thing, Object id) {
        super(Kind.NOT_FOUND, thing + "-not-found", "There is no " + thing + " " + id + ".");
    }
}
