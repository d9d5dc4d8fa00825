package io.mauntic.launcher.command;

import io.mauntic.launcher.demo.Demo;
import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.platform.Status;
import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description =
                "Fill the demo organization with a believable company and three months of activity.")
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Platform platform = Platform.current();
        if (!Status.allReady(Status.of(platform))) {
            throw new LaunchFailure("The platform is not running. Start it with ./mauntic up.");
        }
        boolean filled = new Demo(platform, System.out::println).fill();
        System.out.println(
                filled
                        ? "The demo organization is filled."
                        : "The demo data are there already; nothing was changed.");
        return 0;
    }
}
