package io.mauntic.launcher.bench;

import io.mauntic.launcher.client.Await;
import io.mauntic.launcher.client.Marketing;
import io.mauntic.launcher.process.RunningProcess;
import io.mauntic.launcher.settings.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Kills each service in turn in the middle of a campaign, starts it again, and counts what the
 * recipients got.
 */
final class CrashBench implements Bench {
    private static final int CONTACTS = 2_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Consumer<String> progress;

    CrashBench(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Of two replicas one dies, and the other goes on with its work. */
    @Override
    public Map<String, String> settings() {
        return Map.of("MAUNTIC_REPLICAS", "2");
    }

    @Override
    public List<Measurement> run(BenchPlatform platform) throws IOException {
        Marketing marketing = platform.marketing();
        long email =
                marketing.email(
                        "Crash",
                        "News for {{ contact.firstname }}",
                        "<p>Hello {{ contact.firstname }}. <a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>");
        List<Measurement> measurements = new ArrayList<>();
        for (Service service : Service.values()) {
            measurements.addAll(killing(service, email, platform, marketing));
        }
        return measurements;
    }

    private List<Measurement> killing(
            Service service, long email, BenchPlatform platform, Marketing marketing)
            throws IOException {
        String name = service.context();
        String suffix = "@" + name + ".crash.example";
        long importId = marketing.startImport(contacts(name, suffix));
        marketing.awaitImport(importId, LIMIT);
        long segment = marketing.segment("Crash " + name, "city", "Crash " + name);
        marketing.awaitMembers(segment, CONTACTS, LIMIT);
        marketing.broadcast("Crash " + name, segment, email);
        Await.until(
                "a part of the mails has arrived",
                LIMIT,
                () -> platform.mails().recipients(suffix) >= CONTACTS / 10);
        long before = platform.mails().recipients(suffix);
        kill(platform.process(service.module()));
        progress.accept(
                "Killed %s after %d of %d mails".formatted(service.module(), before, CONTACTS));
        platform.startMissing();
        Await.within(LIMIT, () -> platform.mails().recipients(suffix) >= CONTACTS);
        awaitQuiet(platform, suffix);
        long reached = platform.mails().recipients(suffix);
        long mails = platform.mails().mails(suffix);
        return List.of(
                Measurement.exactly(
                        service.module() + " killed: contacts without mail",
                        CONTACTS - reached,
                        "contacts",
                        0),
                Measurement.exactly(
                        service.module() + " killed: mails too many", mails - reached, "mails", 0));
    }

    private static void kill(RunningProcess process) {
        ProcessHandle handle = process.handle().orElseThrow();
        handle.destroyForcibly();
        handle.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** A second mail would come late, so the count must stand still for a while. */
    private static void awaitQuiet(BenchPlatform platform, String suffix) {
        long seen;
        do {
            seen = platform.mails().mails(suffix);
            long last = seen;
            Await.within(QUIET, () -> platform.mails().mails(suffix) != last);
        } while (platform.mails().mails(suffix) != seen);
    }

    private static ByteArrayInputStream contacts(String name, String suffix) {
        StringBuilder csv = new StringBuilder("First name,E-mail,City\n");
        for (int i = 0; i < CONTACTS; i++) {
            csv.append("Carla%d,contact%d%s,Crash %s\n".formatted(i, i, suffix, name));
        }
        return new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
