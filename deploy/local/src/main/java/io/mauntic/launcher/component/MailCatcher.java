package io.mauntic.launcher.component;

import java.util.List;
import java.util.Map;

/**
 * A mail server that keeps what it gets: SMTP in, IMAP and a REST API out. Mailboxes appear with
 * their first mail.
 */
public final class MailCatcher implements Component {
    private final Software software;
    private final int smtp;
    private final int imap;
    private final int api;

    public MailCatcher(Software software, int smtp, int imap, int api) {
        this.software = software;
        this.smtp = smtp;
        this.imap = imap;
        this.api = api;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("smtp", smtp, "imap", imap, "api", api);
    }

    @Override
    public List<String> command() {
        return List.of(
                Software.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + smtp,
                "-Dgreenmail.imap.hostname=127.0.0.1",
                "-Dgreenmail.imap.port=" + imap,
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + api,
                "-Dgreenmail.auth.disabled",
                "-cp",
                software.classPath("greenmail"),
                "com.icegreen.greenmail.standalone.GreenMailStandaloneRunner");
    }

    @Override
    public boolean ready() {
        return Probe.answersOk("http://localhost:%d/api/service/readiness".formatted(api))
                && Probe.connects("localhost", smtp);
    }
}
