package io.mauntic.crm.consent;

import io.mauntic.kernel.Channel;
import io.vertx.sqlclient.Row;

/** Where a contact is reached at this moment; null where it is not. */
record Reached(long contactId, String email, String phone) {

    static Reached of(Row row) {
        return new Reached(row.getLong("id"), row.getString("email"), row.getString("phone"));
    }

    String on(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> phone;
            case PUSH -> null;
        };
    }
}
