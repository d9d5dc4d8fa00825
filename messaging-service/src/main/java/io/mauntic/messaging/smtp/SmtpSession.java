package io.mauntic.messaging.smtp;

import io.mauntic.messaging.smtp.SmtpConfig.Tls;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Greets a server until it is ready to take mails: greeting, EHLO, STARTTLS, AUTH. */
final class SmtpSession {

    private final SmtpChannel channel;
    private final SmtpConfig config;
    private Set<String> extensions = Set.of();
    private Set<String> authentications = Set.of();

    private SmtpSession(SmtpChannel channel, SmtpConfig config) {
        this.channel = channel;
        this.config = config;
    }

    /**
     * A connection that is ready; failed with a {@link NotReady} when the server does not want us.
     */
    static Future<SmtpConnection> open(SmtpChannel channel, SmtpConfig config) {
        SmtpSession session = new SmtpSession(channel, config);
        return channel.reply()
                .compose(greeting -> accepted(greeting).compose(_ -> session.hello()))
                .compose(_ -> session.encrypt())
                .compose(_ -> session.authenticate())
                .map(_ -> new SmtpConnection(channel, session.extensions.contains("PIPELINING")))
                .onFailure(_ -> channel.close());
    }

    private Future<Void> hello() {
        return channel.command("EHLO " + config.hello())
                .compose(
                        reply -> {
                            if (reply.isPositive()) {
                                learn(reply.lines());
                                return Future.succeededFuture();
                            }
                            return channel.command("HELO " + config.hello())
                                    .compose(SmtpSession::accepted);
                        });
    }

    private void learn(List<String> lines) {
        extensions = new TreeSet<>();
        authentications = Set.of();
        for (String line : lines) {
            List<String> words = List.of(line.toUpperCase(Locale.ROOT).split("[ =]+"));
            extensions.add(words.getFirst());
            if (words.getFirst().equals("AUTH")) {
                authentications = Set.copyOf(new TreeSet<>(words));
            }
        }
    }

    private Future<Void> encrypt() {
        Tls tls = Tls.of(config);
        if (tls == Tls.NONE || tls == Tls.IMPLICIT) {
            return Future.succeededFuture();
        }
        if (!extensions.contains("STARTTLS")) {
            return tls == Tls.STARTTLS
                    ? Future.failedFuture(
                            new NotReady("The mail server does not offer an encrypted connection"))
                    : Future.succeededFuture();
        }
        return channel.command("STARTTLS")
                .compose(SmtpSession::accepted)
                .compose(_ -> channel.upgrade().recover(NotReady::insecure))
                .compose(_ -> hello());
    }

    private Future<Void> authenticate() {
        if (config.username().isEmpty()) {
            return Future.succeededFuture();
        }
        String name = config.username().get();
        String secret = config.secret().orElse("");
        if (authentications.contains("PLAIN")) {
            return channel.command("AUTH PLAIN " + base64("\0" + name + "\0" + secret))
                    .compose(SmtpSession::accepted);
        }
        if (authentications.contains("LOGIN")) {
            return channel.command("AUTH LOGIN")
                    .compose(SmtpSession::accepted)
                    .compose(_ -> channel.command(base64(name)))
                    .compose(SmtpSession::accepted)
                    .compose(_ -> channel.command(base64(secret)))
                    .compose(SmtpSession::accepted);
        }
        return Future.failedFuture(
                new NotReady("The mail server offers no way to sign in that we know"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Future<Void> accepted(SmtpReply reply) {
        return reply.isPositive()
                ? Future.succeededFuture()
                : Future.failedFuture(new NotReady(reply.text()));
    }

    static final class NotReady extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotReady(String answer) {
            super(answer, null, false, false);
        }

        static Future<Void> insecure(Throwable failure) {
            return Future.failedFuture(
                    new NotReady(
                            "The mail server's certificate is not trusted: "
                                    + failure.getMessage()));
        }
    }
}
