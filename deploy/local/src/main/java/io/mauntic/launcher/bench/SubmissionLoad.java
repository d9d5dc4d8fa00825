package io.mauntic.launcher.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.launcher.client.ApiClient;
import io.mauntic.launcher.client.Await;
import io.mauntic.launcher.client.Marketing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors who send a form at a steady rate, each of whom gets a thank-you mail through segment,
 * campaign and messaging.
 */
final class SubmissionLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BenchPlatform platform;
    private final String name;

    private SubmissionLoad(BenchPlatform platform, String name) {
        this.platform = platform;
        this.name = name;
    }

    /** Makes the form, the segment, the email and the published campaign. */
    static SubmissionLoad prepare(BenchPlatform platform, String name) {
        Marketing marketing = platform.marketing();
        ObjectNode form =
                new ObjectMapper().createObjectNode().put("name", name).put("alias", name);
        for (String field : List.of("email", "firstname", "city")) {
            form.withArray("fields")
                    .addObject()
                    .put("alias", field)
                    .put("label", field)
                    .put("type", field.equals("email") ? "email" : "text")
                    .put("required", true)
                    .put("mapsTo", field);
        }
        form.putObject("postAction").put("type", "message").put("message", "Thank you");
        marketing.api().post("/api/content/forms", form);
        long segment = marketing.segment(name, "city", name);
        long email =
                marketing.email(
                        "Thank you",
                        "Thank you, {{ contact.firstname | default: \"friend\" }}",
                        "<p>Hello {{ contact.firstname }}, <a href=\"https://demo.example/\">read on</a>.</p>"
                                + "<p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>");
        marketing.broadcast(name, segment, email);
        return new SubmissionLoad(platform, name);
    }

    /** What became of a round: the milliseconds from each POST to its mail, in order. */
    record Round(int count, List<Double> millis, int refused) {
        double percentile(int percent) {
            if (millis.isEmpty()) {
                return Double.MAX_VALUE;
            }
            return millis.get((int) Math.ceil(millis.size() * percent / 100.0) - 1);
        }

        int missing() {
            return count - refused - millis.size();
        }
    }

    /**
     * Submissions keep their beat however long the answers take, and latency counts from the beat.
     * Ends when every mail has arrived, or none did for a minute.
     */
    Round submit(String round, int count, int aSecond) {
        ApiClient visitor = platform.marketing().api();
        long begin = System.nanoTime() + Duration.ofMillis(100).toNanos();
        long beat = Duration.ofSeconds(1).toNanos() / aSecond;
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                LockSupport.parkNanos(begin + i * beat - System.nanoTime());
                String address = address(round, i);
                visitors.submit(() -> post(visitor, address, refused));
            }
        }
        Await.within(
                PATIENCE,
                () ->
                        platform.mails().recipients("@" + round + ".example")
                                >= count - refused.get());
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long sent = begin + i * beat;
            platform.mails().arrivals(address(round, i)).stream()
                    .findFirst()
                    .ifPresent(arrival -> millis.add((arrival - sent) / 1e6));
        }
        return new Round(count, millis.stream().sorted().toList(), refused.get());
    }

    private void post(ApiClient visitor, String address, AtomicInteger refused) {
        try {
            int status =
                    visitor.submit(
                            "/f/" + name,
                            Map.of("email", address, "firstname", "Lena", "city", name));
            if (status >= 400) {
                refused.incrementAndGet();
            }
        } catch (IOException e) {
            refused.incrementAndGet();
        }
    }

    private static String address(String round, int number) {
        return "visitor%d@%s.example".formatted(number, round);
    }
}
