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
import java.util.function.Consumer;

/**
 * From a form's POST to its thank-you mail at the mail server, through segment, campaign and
 * messaging.
 */
final class LatencyBench implements Bench {
    private static final int A_SECOND = 20;
    private static final int WARM_UP = 20 * A_SECOND;
    private static final int MEASURED = 60 * A_SECOND;
    private static final double MEDIAN_BAR = 500;
    private static final double P99_BAR = 2_000;

    private final Consumer<String> progress;

    LatencyBench(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public List<Measurement> run(BenchPlatform platform) throws IOException {
        Marketing marketing = platform.marketing();
        makeJourney(marketing);
        progress.accept("Warming up: %d submissions at %d/s".formatted(WARM_UP, A_SECOND));
        submit(platform, "warm", WARM_UP);
        progress.accept("Measuring: %d submissions at %d/s".formatted(MEASURED, A_SECOND));
        Round round = submit(platform, "run", MEASURED);
        return List.of(
                Measurement.atMost(
                        "form POST to mail, median", round.percentile(50), "ms", MEDIAN_BAR),
                Measurement.atMost(
                        "form POST to mail, 99th percentile", round.percentile(99), "ms", P99_BAR),
                Measurement.exactly("submissions refused", round.refused, "submissions", 0),
                Measurement.exactly("mails missing", MEASURED - round.millis.size(), "mails", 0));
    }

    private static void makeJourney(Marketing marketing) {
        ObjectNode form =
                new ObjectMapper()
                        .createObjectNode()
                        .put("name", "Latency")
                        .put("alias", "latency");
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
        long segment = marketing.segment("Latency", "city", "Latency");
        long email =
                marketing.email(
                        "Thank you",
                        "Thank you, {{ contact.firstname | default: \"friend\" }}",
                        "<p>Hello {{ contact.firstname }}, <a href=\"https://demo.example/\">read on</a>.</p>"
                                + "<p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>");
        marketing.broadcast("Latency", segment, email);
    }

    private record Round(List<Double> millis, int refused) {
        double percentile(int percent) {
            if (millis.isEmpty()) {
                return Double.MAX_VALUE;
            }
            return millis.get((int) Math.ceil(millis.size() * percent / 100.0) - 1);
        }
    }

    /**
     * Submissions keep their beat however long the answers take, and latency counts from the beat.
     */
    private static Round submit(BenchPlatform platform, String name, int count) {
        ApiClient visitor = platform.marketing().api();
        long begin = System.nanoTime() + Duration.ofMillis(100).toNanos();
        long beat = Duration.ofSeconds(1).toNanos() / A_SECOND;
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                LockSupport.parkNanos(begin + i * beat - System.nanoTime());
                String address = address(name, i);
                visitors.submit(() -> post(visitor, address, refused));
            }
        }
        Await.within(
                Duration.ofSeconds(30),
                () ->
                        platform.mails().recipients("@" + name + ".example")
                                >= count - refused.get());
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long sent = begin + i * beat;
            platform.mails().arrivals(address(name, i)).stream()
                    .findFirst()
                    .ifPresent(arrival -> millis.add((arrival - sent) / 1e6));
        }
        return new Round(millis.stream().sorted().toList(), refused.get());
    }

    private static void post(ApiClient visitor, String address, AtomicInteger refused) {
        try {
            int status =
                    visitor.submit(
                            "/f/latency",
                            Map.of("email", address, "firstname", "Lena", "city", "Latency"));
            if (status >= 400) {
                refused.incrementAndGet();
            }
        } catch (IOException e) {
            refused.incrementAndGet();
        }
    }

    private static String address(String name, int number) {
        return "visitor%d@%s.example".formatted(number, name);
    }
}
