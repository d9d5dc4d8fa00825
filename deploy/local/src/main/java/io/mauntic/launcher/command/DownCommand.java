package io.mauntic.launcher.command;

import io.mauntic.launcher.platform.Down;
import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.platform.PlatformLock;
import io.mauntic.launcher.settings.StartNote;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Stop everything; the data stay.")
final class DownCommand implements Callable<Integer> {
    @Option(names = "--wipe", description = "Remove the data, logs and secrets too.")
    private boolean wipe;

    @Override
    public Integer call() throws IOException {
        Platform platform = Platform.current();
        try (var _ = PlatformLock.of(platform.home())) {
            Down down = new Down(platform, System.out::println);
            down.run();
            new StartNote(platform.home()).remove();
            down.prepareNextStart();
            if (wipe) {
                down.wipe();
                System.out.println("Removed the data in " + platform.home().root());
            }
        }
        return 0;
    }
}
