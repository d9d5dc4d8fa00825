package io.mauntic.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Three months of what contacts did, as the events that the contexts would have told. */
final class DemoHistory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WEEKS = 13;
    private static final int VISITS_A_DAY = 60;

    /** Far above what messaging gives, so that no real delivery is meant. */
    private static final long FIRST_DELIVERY = 9_000_000_000L;

    private static final List<String> PAGES =
            List.of("machines", "grinders", "beans", "prices", "about", "blog/water", "fair");

    private final List<DemoContact> contacts;
    private final List<DemoCompany.Email> newsletters;
    private final Instant now;
    private final Random random = new Random(2_026);
    private long delivery = FIRST_DELIVERY;

    DemoHistory(List<DemoContact> contacts, List<DemoCompany.Email> newsletters, Instant now) {
        this.contacts = contacts;
        this.newsletters = newsletters;
        this.now = now;
    }

    void tell(Consumer<PastEvent> events) {
        for (int week = WEEKS; week > 0; week--) {
            mailing(
                    newsletters.get(week % newsletters.size()),
                    now.minus(Duration.ofDays(week * 7L - 2)),
                    WEEKS - week,
                    events);
        }
        for (int day = WEEKS * 7; day > 0; day--) {
            visits(now.minus(Duration.ofDays(day)), events);
        }
    }

    /** The list grows from week to week. */
    private void mailing(
            DemoCompany.Email email, Instant at, int week, Consumer<PastEvent> events) {
        for (DemoContact contact : contacts) {
            if (random.nextInt(100) < 15 + week) {
                mail(email, contact, at.plusSeconds(random.nextInt(900)), events);
            }
        }
    }

    private void mail(
            DemoCompany.Email email,
            DemoContact contact,
            Instant sent,
            Consumer<PastEvent> events) {
        long id = delivery++;
        events.accept(messaging("EmailSent", contact, sent, about(id, email, contact)));
        int fate = random.nextInt(1_000);
        if (fate < 4) {
            ObjectNode bounce =
                    about(id, email, contact).put("kind", "soft").put("reason", "452 mailbox full");
            events.accept(messaging("EmailBounced", contact, sent.plusSeconds(5), bounce));
        } else if (fate < (contact.customer() ? 450 : 260)) {
            Instant opened = sent.plusSeconds(60L + random.nextInt(90_000));
            ObjectNode open = about(id, email, contact).put("machine", false).put("first", true);
            events.accept(messaging("EmailOpened", contact, opened, open));
            click(id, email, contact, opened, events);
        } else if (fate > 997) {
            ObjectNode farewell =
                    JSON.createObjectNode()
                            .put("contactId", contact.id())
                            .put("channel", "email")
                            .put("deliveryId", id)
                            .put("emailId", email.id())
                            .put("emailName", email.name());
            events.accept(messaging("Unsubscribed", contact, sent.plusSeconds(4_000), farewell));
        }
    }

    private void click(
            long id,
            DemoCompany.Email email,
            DemoContact contact,
            Instant opened,
            Consumer<PastEvent> events) {
        if (random.nextInt(100) >= 22) {
            return;
        }
        Instant at = opened.plusSeconds(20L + random.nextInt(60));
        String url = "https://shop.demo.example/" + PAGES.get(random.nextInt(PAGES.size()));
        ObjectNode click =
                about(id, email, contact).put("machine", false).put("first", true).put("url", url);
        events.accept(messaging("EmailClicked", contact, at, click));
        events.accept(visit(contact, url, at.plusSeconds(2)));
    }

    /** Fewer at the weekend, more as the season goes on. */
    private void visits(Instant day, Consumer<PastEvent> events) {
        boolean weekend = day.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() > 5;
        long age = ChronoUnit.DAYS.between(day, now);
        long count = (VISITS_A_DAY + (WEEKS * 7 - age) / 2) / (weekend ? 3 : 1);
        for (int i = 0; i < count; i++) {
            DemoContact contact = contacts.get(random.nextInt(contacts.size()));
            String url = "https://shop.demo.example/" + PAGES.get(random.nextInt(PAGES.size()));
            events.accept(visit(contact, url, day.plusSeconds(random.nextInt(50_000))));
        }
    }

    private static PastEvent visit(DemoContact contact, String url, Instant at) {
        String page = url.substring(url.lastIndexOf('/') + 1);
        ObjectNode data =
                JSON.createObjectNode()
                        .put("visitorId", "%032x".formatted(contact.id()))
                        .put("contactId", contact.id())
                        .put("url", url)
                        .put("title", Character.toUpperCase(page.charAt(0)) + page.substring(1));
        return new PastEvent("content", "PageVisited", contact.id(), at, data);
    }

    private static ObjectNode about(long delivery, DemoCompany.Email email, DemoContact contact) {
        return JSON.createObjectNode()
                .put("deliveryId", delivery)
                .put("deliveryKey", "demo:" + delivery)
                .put("contactId", contact.id())
                .put("emailId", email.id())
                .put("emailName", email.name())
                .put("subject", email.subject().replaceAll("\\{\\{.*}}", contact.firstname()));
    }

    private static PastEvent messaging(
            String type, DemoContact contact, Instant at, ObjectNode data) {
        return new PastEvent("messaging", type, contact.id(), at, data);
    }
}
