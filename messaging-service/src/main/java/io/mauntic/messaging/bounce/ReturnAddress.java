package io.mauntic.messaging.bounce;

import io.mauntic.messaging.tracking.TrackedMail;

/** What mail to one of our addresses is about. */
record ReturnAddress(Purpose purpose, TrackedMail mail) {

    /** Why somebody writes to us. */
    enum Purpose {
        BOUNCE("bounce"),
        UNSUBSCRIBE("unsubscribe");

        private final String text;

        Purpose(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
