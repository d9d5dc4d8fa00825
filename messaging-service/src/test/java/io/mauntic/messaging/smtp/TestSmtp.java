package io.mauntic.messaging.smtp;

import java.time.Duration;
import java.util.Optional;

/** A mail server as a test describes it. */
record TestSmtp(
        int port,
        Optional<String> username,
        Optional<String> secret,
        Optional<Tls> tls,
        boolean verify,
        Optional<String> authority)
        implements SmtpConfig {

    static TestSmtp at(int port) {
        return new TestSmtp(
                port, Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty());
    }

    TestSmtp as(String name, String password) {
        return new TestSmtp(port, Optional.of(name), Optional.of(password), tls, verify, authority);
    }

    TestSmtp by(Tls encryption) {
        return new TestSmtp(port, username, secret, Optional.of(encryption), verify, authority);
    }

    TestSmtp unverified() {
        return new TestSmtp(port, username, secret, tls, false, authority);
    }

    TestSmtp trusting(String file) {
        return new TestSmtp(port, username, secret, tls, verify, Optional.of(file));
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public String hello() {
        return "mail.example";
    }

    @Override
    public int bulkConnections() {
        return 4;
    }

    @Override
    public int realtimeConnections() {
        return 2;
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration idle() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Optional<Dkim> dkim() {
        return Optional.empty();
    }
}
