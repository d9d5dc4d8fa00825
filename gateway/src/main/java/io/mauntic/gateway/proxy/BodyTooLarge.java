package io.mauntic.gateway.proxy;

/** More was sent than the route takes. */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge() {
        super("The body is larger than this address takes", null, false, false);
    }
}
