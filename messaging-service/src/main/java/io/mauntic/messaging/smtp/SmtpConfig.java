package io.mauntic.messaging.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mails. */
@ConfigMapping(prefix = "mauntic.smtp")
public interface SmtpConfig {

    @WithDefault("localhost")
    String host();

    @WithDefault("8096")
    int port();

    /** What we call ourselves in EHLO. */
    @WithDefault("localhost")
    String hello();

    Optional<String> username();

    /** Named as secrets are, so that it is masked wherever configuration is shown. */
    Optional<String> secret();

    @WithDefault("optional")
    StartTls starttls();

    /** Connections for bulk work; realtime work has {@link #realtimeConnections} of its own. */
    @WithDefault("16")
    int bulkConnections();

    @WithDefault("8")
    int realtimeConnections();

    /** How long one mail may take, and one connection to come up. */
    @WithDefault("PT60S")
    Duration timeout();

    /** How long an unused connection is kept. */
    @WithDefault("PT20S")
    Duration idle();

    Optional<Dkim> dkim();

    /** Encryption of the connection. */
    enum StartTls {
        /** Never. */
        DISABLED,
        /** When the server offers it; its certificate is not checked. */
        OPTIONAL,
        /** Always, with a certificate that is valid for the host. */
        REQUIRED
    }

    /** Signs mails (RFC 6376, rsa-sha256). */
    interface Dkim {
        String domain();

        String selector();

        /** PKCS #8, in base64 without its header and footer lines. */
        String secret();
    }
}
