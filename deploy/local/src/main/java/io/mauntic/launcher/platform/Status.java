package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.process.RunningProcess;
import java.util.List;
import java.util.Optional;

/** One line of the status table; what does not run has no pid. */
public record Status(String name, String ports, Optional<Long> pid, long megabytes, boolean ready) {
    public static List<Status> of(Platform platform) {
        return platform.components().stream()
                .map(component -> of(component, platform.processes().find(component.name())))
                .toList();
    }

    private static Status of(Component component, Optional<RunningProcess> process) {
        return new Status(
                component.name(),
                String.join(
                        " ",
                        component.ports().values().stream().sorted().map(String::valueOf).toList()),
                process.map(RunningProcess::pid),
                process.flatMap(RunningProcess::handle).map(Memory::megabytes).orElse(0L),
                process.isPresent() && component.ready());
    }

    public static boolean allReady(List<Status> table) {
        return table.stream().allMatch(Status::ready);
    }

    public static String table(List<Status> table) {
        StringBuilder text =
                new StringBuilder(
                        "%-22s %-16s %8s %8s  %s%n"
                                .formatted("component", "port", "pid", "memory", "ready"));
        for (Status line : table) {
            text.append(
                    "%-22s %-16s %8s %8s  %s%n"
                            .formatted(
                                    line.name,
                                    line.ports,
                                    line.pid.map(String::valueOf).orElse("-"),
                                    line.pid.isPresent() ? line.megabytes + " MB" : "-",
                                    line.ready ? "yes" : "no"));
        }
        long sum = table.stream().mapToLong(Status::megabytes).sum();
        return text.append("%-22s %-16s %8s %8s%n".formatted("all", "", "", sum + " MB"))
                .toString();
    }
}
