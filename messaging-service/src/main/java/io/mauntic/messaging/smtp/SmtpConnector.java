package io.mauntic.messaging.smtp;

import io.mauntic.messaging.smtp.SmtpConfig.Tls;
import io.mauntic.messaging.smtp.SmtpSession.NotReady;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.concurrent.atomic.AtomicReference;

/** Opens greeted connections, each within the configured time. */
final class SmtpConnector {

    private final Vertx vertx;
    private final SmtpConfig config;
    private final NetClient client;

    SmtpConnector(Vertx vertx, SmtpConfig config) {
        this.vertx = vertx;
        this.config = config;
        NetClientOptions options =
                new NetClientOptions()
                        .setTcpNoDelay(true)
                        .setSsl(Tls.of(config) == Tls.IMPLICIT)
                        .setTrustAll(!config.verify())
                        .setHostnameVerificationAlgorithm(config.verify() ? "HTTPS" : "")
                        .setConnectTimeout((int) config.timeout().toMillis());
        config.authority()
                .ifPresent(
                        file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        client = vertx.createNetClient(options);
    }

    Future<SmtpConnection> connect() {
        Promise<SmtpConnection> opened = Promise.promise();
        AtomicReference<SmtpChannel> channel = new AtomicReference<>();
        long alarm =
                vertx.setTimer(
                        config.timeout().toMillis(),
                        _ -> {
                            if (opened.tryFail(new NotReady("The mail server does not answer"))
                                    && channel.get() != null) {
                                channel.get().close();
                            }
                        });
        client.connect(config.port(), config.host())
                .compose(
                        socket -> {
                            channel.set(new SmtpChannel(socket));
                            return SmtpSession.open(channel.get(), config);
                        })
                .onSuccess(
                        connection -> {
                            if (!opened.tryComplete(connection)) {
                                connection.close();
                            }
                        })
                .onFailure(opened::tryFail);
        return opened.future().onComplete(_ -> vertx.cancelTimer(alarm));
    }
}
