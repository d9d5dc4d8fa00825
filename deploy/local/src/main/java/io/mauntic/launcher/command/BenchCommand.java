package io.mauntic.launcher.command;

import io.mauntic.launcher.bench.BenchReport;
import io.mauntic.launcher.bench.Benches;
import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Home;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = {
            "Measure a platform started for it alone against its bars; exit code 1 when one is missed.",
            "latency: from a form's POST to the mail. cost: what a form costs all processes. crash: each service killed in mid-campaign. import: a million rows.",
            "idle: a warm start, and what a platform uses that nobody uses. relay: events from the outbox to Kafka."
        })
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "latency, cost, crash, import, idle or relay")
    private String name;

    @Override
    public Integer call() throws IOException {
        if (!Benches.names().contains(name)) {
            throw new LaunchFailure(
                    "There is no bench %s. There are: %s"
                            .formatted(name, String.join(", ", Benches.names())));
        }
        Settings settings = Settings.fromEnvironment();
        Home home = new Home(settings.home());
        BenchReport report =
                Benches.run(
                        name, settings, home.root().resolve("bench/platform"), System.out::println);
        System.out.println();
        System.out.print(report.table());
        report.write(home.bench(name));
        return report.ok() ? 0 : 1;
    }
}
