package io.mauntic.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts the mail server and crm that the service under test speaks with. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    public static final SmtpSink SMTP = new SmtpSink();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "mauntic.crm.url", FakeCrm.RUNNING.url(),
                "quarkus.oidc-client.client-enabled", "false",
                "mauntic.smtp.host", "localhost",
                "mauntic.smtp.port", Integer.toString(SMTP.port()),
                "mauntic.bounce.domain", "Bounces.mauntic.example",
                "mauntic.bounce.port", "0",
                "mauntic.delivery.retry-delay", "PT0.2S",
                "mauntic.delivery.attempts", "3",
                "mauntic.public.url", "https://mauntic.example");
    }

    @Override
    public void stop() {
        // They end with the run.
    }
}
