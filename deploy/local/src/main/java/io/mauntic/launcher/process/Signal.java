package io.mauntic.launcher.process;

/**
 * How a component wants to be asked to stop. Postgres waits for its clients on TERM, and lets them
 * go on INT.
 */
public enum Signal {
    TERM,
    INT
}
