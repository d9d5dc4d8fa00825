package io.mauntic.launcher.command;

import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.platform.PlatformLock;
import io.mauntic.launcher.platform.Up;
import io.mauntic.launcher.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "up",
        description = "Build what is not built, start everything, wait until it is ready.")
final class UpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Instant begin = Instant.now();
        Platform platform = Platform.toStart();
        try (var _ = PlatformLock.of(platform.home())) {
            System.out.println("Starting Mauntic in " + platform.home().root());
            if (new Up(platform, System.out::println).run()) {
                System.out.printf(
                        "Ready after %d s.%n", Duration.between(begin, Instant.now()).toSeconds());
            } else {
                System.out.println("Everything runs already; nothing was changed.");
            }
        }
        System.out.print(addresses(platform));
        return 0;
    }

    private static String addresses(Platform platform) {
        Settings settings = platform.settings();
        String mail =
                settings.smtpHost()
                        .map(host -> "%s:%d".formatted(host, settings.smtpPort()))
                        .orElse(
                                "SMTP localhost:%d, IMAP localhost:%d, REST http://localhost:%d"
                                        .formatted(
                                                settings.ports().smtp(),
                                                settings.ports().imap(),
                                                settings.ports().mailApi()));
        return """

                  application   %s/app
                  API           %s/api   (token: ./mauntic token)
                  sign-in       %s
                  mail          %s

                  demo sign-in  admin@demo.example, marketer@demo.example or reader@demo.example
                  password      mauntic-demo
                """
                .formatted(settings.localUrl(), settings.localUrl(), platform.keycloakUrl(), mail);
    }
}
