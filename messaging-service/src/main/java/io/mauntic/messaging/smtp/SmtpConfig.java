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

    /** What it is when nothing is said: {@link Tls#of}. */
    Optional<Tls> tls();

    /** Whether the server's certificate must be valid for its host, wherever TLS is spoken. */
    @WithDefault("true")
    boolean verify();

    /**
     * A file with the certificates, in PEM, of who signed the server's; else what the JDK trusts.
     */
    Optional<String> authority();

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
    enum Tls {
        /** Never. */
        NONE,
        /** By STARTTLS when the server offers it. */
        OFFERED,
        /** By STARTTLS, or no mail leaves. */
        STARTTLS,
        /** From the first byte, as on port 465. */
        IMPLICIT;

        /** Credentials never travel in the open unless somebody says so. */
        static Tls of(SmtpConfig config) {
            return config.tls().orElse(config.username().isPresent() ? STARTTLS : OFFERED);
        }
    }

    /** Signs mails (RFC 6376, rsa-sha256). */
    interface Dkim {
        String domain();

        String selector();

        /** PKCS #8, in base64 without its header and footer lines. */
        String secret();
    }
}
