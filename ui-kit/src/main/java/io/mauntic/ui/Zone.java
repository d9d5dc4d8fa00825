package io.mauntic.ui;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zone of whoever reads the page, as the gateway knows it from the browser. */
public final class Zone {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private Zone() {}

    /** UTC until a script has told it, and for zones that this machine does not know. */
    public static ZoneId of(HttpHeaders headers) {
        String name = headers.getHeaderString("X-Mauntic-Zone");
        try {
            return name == null ? UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return UTC;
        }
    }
}
