package io.mauntic.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static List<PastEvent> history() {
        List<DemoContact> contacts =
                IntStream.rangeClosed(1, 500)
                        .mapToObj(
                                id ->
                                        new DemoContact(
                                                id,
                                                id + "@demo.example",
                                                "Ada",
                                                id % 2 == 0 ? "Customer" : "Lead"))
                        .toList();
        List<PastEvent> events = new ArrayList<>();
        new DemoHistory(
                        contacts,
                        List.of(
                                new DemoCompany.Email(
                                        7, "News", "News for {{ contact.firstname }}")),
                        NOW)
                .tell(events::add);
        return events;
    }

    @Test
    void it_covers_three_months_and_nothing_after_today() {
        List<Instant> times = history().stream().map(PastEvent::at).sorted().toList();

        assertThat(times.getFirst())
                .isBetween(NOW.minus(Duration.ofDays(92)), NOW.minus(Duration.ofDays(88)));
        assertThat(times.getLast()).isBefore(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void fewer_open_than_got_mail_and_fewer_click_than_open() {
        Map<String, Long> counts =
                history().stream()
                        .collect(Collectors.groupingBy(PastEvent::type, Collectors.counting()));

        assertThat(counts.get("EmailSent")).isGreaterThan(2 * counts.get("EmailOpened"));
        assertThat(counts.get("EmailOpened")).isGreaterThan(3 * counts.get("EmailClicked"));
        assertThat(counts).containsKeys("EmailBounced", "Unsubscribed", "PageVisited");
    }

    @Test
    void every_delivery_is_sent_once_and_addresses_its_contact_by_name() {
        Map<Long, Long> sent =
                history().stream()
                        .filter(event -> event.type().equals("EmailSent"))
                        .map(event -> event.data().get("deliveryId").asLong())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(sent.values()).containsOnly(1L);
        assertThat(history().getFirst().data().get("subject").asText()).isEqualTo("News for Ada");
    }
}
