package io.mauntic.launcher.process;

/**
 * Something the user must know and can act on: its message is printed as it is, the exit code is 1.
 */
public final class LaunchFailure extends RuntimeException {
    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
