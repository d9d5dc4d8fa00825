package io.mauntic.launcher.command;

import io.mauntic.launcher.platform.Platform;
import io.mauntic.launcher.platform.Status;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description =
                "Show each component with its port, pid, memory and readiness; exit code 3 unless all are ready.")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_ALL_READY = 3;

    @Override
    public Integer call() {
        List<Status> table = Status.of(Platform.current());
        System.out.print(Status.table(table));
        return Status.allReady(table) ? 0 : NOT_ALL_READY;
    }
}
