package io.mauntic.launcher.demo;

import io.mauntic.launcher.client.ApiClient;
import io.mauntic.launcher.client.Await;
import io.mauntic.launcher.client.Marketing;
import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Fills the demo organization, through the public API and Kafka alone. */
public final class Demo {
    private static final int SUBMISSIONS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Platform platform;
    private final Consumer<String> progress;

    public Demo(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** Whether there was anything to do: a second run changes nothing. */
    public boolean fill() throws IOException {
        Settings settings = platform.settings();
        ApiClient api = new ApiClient(settings.localUrl(), platform.keycloakUrl());
        if (api.get("/api/content/forms?search=newsletter").path("total").asLong() > 0) {
            return false;
        }
        DemoCompany company = new DemoCompany(new Marketing(api));
        progress.accept("Importing %,d contacts".formatted(DemoPeople.COUNT));
        company.importPeople();
        company.companies();
        progress.accept("Making forms, emails, segments and campaigns");
        String form = company.forms();
        List<DemoCompany.Email> newsletters = company.newsletters();
        company.campaigns();
        company.webhook();
        List<DemoContact> contacts = DemoContact.all(api);
        tellHistory(contacts, newsletters);
        submit(api, form, contacts);
        if (settings.smtpHost().isEmpty()) {
            readMails(api, contacts);
        }
        return true;
    }

    private void tellHistory(List<DemoContact> contacts, List<DemoCompany.Email> newsletters) {
        Settings settings = platform.settings();
        AtomicInteger told = new AtomicInteger();
        try (EventWriter writer =
                new EventWriter(settings.kafka().orElse("localhost:" + settings.ports().kafka()))) {
            new DemoHistory(contacts, newsletters, Instant.now())
                    .tell(
                            event -> {
                                writer.write(event);
                                told.incrementAndGet();
                            });
        }
        progress.accept("Told three months of activity in %,d events".formatted(told.get()));
    }

    private void submit(ApiClient api, String form, List<DemoContact> contacts) throws IOException {
        for (DemoContact contact : contacts.subList(0, Math.min(SUBMISSIONS, contacts.size()))) {
            api.submit(
                    "/f/" + form,
                    Map.of("email", contact.email(), "firstname", contact.firstname()));
        }
        progress.accept("Submitted a form %d times".formatted(SUBMISSIONS));
    }

    /** The campaigns' mails are real: those who got one open it, or do not. */
    private void readMails(ApiClient api, List<DemoContact> contacts) throws IOException {
        Settings settings = platform.settings();
        Await.within(
                LIMIT,
                () ->
                        api.get("/api/campaign/campaigns?search=Private")
                                        .at("/items/0/done")
                                        .asLong()
                                > 0);
        Mailboxes mailboxes =
                new Mailboxes(
                        "http://localhost:" + settings.ports().mailApi(), settings.localUrl(), api);
        progress.accept(
                "%d recipients opened their mail"
                        .formatted(mailboxes.read(new ArrayList<>(contacts))));
    }
}
