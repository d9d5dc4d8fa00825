package io.mauntic.crm.consent.history;

import io.mauntic.kit.security.CurrentUser;

/** Who records what contacts said, under the name of that day. */
record Recorder(String id, String name) {

    static Recorder of(CurrentUser user) {
        return new Recorder(user.userId(), user.name());
    }
}
