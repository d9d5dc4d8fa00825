package io.mauntic.messaging.bounce;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.SessionHandler;

/** The mail server that the domain of {@link ReturnAddresses} leads to. */
@Singleton
class BounceReceiver {

    private static final Logger LOG = Logger.getLogger(BounceReceiver.class);
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_CONNECTIONS_A_PEER = 20;
    private static final int MOST_RECIPIENTS = 10;

    private final Optional<SMTPServer> server;

    BounceReceiver(BounceConfig config, ReturnAddresses addresses, NoteReturnedMail note) {
        server =
                config.domain()
                        .map(
                                domain ->
                                        SMTPServer.port(config.port())
                                                .hostName(domain)
                                                .softwareName("Mauntic")
                                                .insertReceivedHeaders(false)
                                                .maxConnections(MOST_CONNECTIONS)
                                                .sessionHandler(
                                                        SessionHandler
                                                                .limitConcurrentSessionsBySource(
                                                                        MOST_CONNECTIONS_A_PEER))
                                                .connectionTimeout(1, TimeUnit.MINUTES)
                                                .maxRecipients(MOST_RECIPIENTS)
                                                .maxMessageSize(ReturnConversation.MOST_BYTES)
                                                .fromAddressValidator(_ -> true)
                                                .messageHandlerFactory(
                                                        _ ->
                                                                new ReturnConversation(
                                                                        addresses, note))
                                                .executorService(
                                                        Executors.newVirtualThreadPerTaskExecutor())
                                                .build());
    }

    void start(@Observes StartupEvent started) {
        server.ifPresent(
                receiver -> {
                    receiver.start();
                    LOG.infof(
                            "Returned mails for %s are taken on port %d",
                            receiver.getHostName(), receiver.getPortAllocated());
                });
    }

    void stop(@Observes ShutdownEvent stopped) {
        server.ifPresent(SMTPServer::stop);
    }

    /** Where it listens. */
    int port() {
        return server.orElseThrow().getPortAllocated();
    }
}
