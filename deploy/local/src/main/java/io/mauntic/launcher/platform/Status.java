package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.process.RunningProcess;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of the status table; what does not run has no pid. */
public record Status(String name, String ports, String pid, long megabytes, boolean ready) {
    private static final String NONE = "-";

    public static List<Status> of(Platform platform) {
        return Stream.concat(
                        platform.external().stream().map(Status::of),
                        platform.components().stream()
                                .map(
                                        component ->
                                                of(
                                                        component,
                                                        platform.processes()
                                                                .find(component.name()))))
                .toList();
    }

    private static Status of(External external) {
        return new Status(external.name(), external.address(), "external", 0, external.answers());
    }

    private static Status of(Component component, Optional<RunningProcess> process) {
        return new Status(
                component.name(),
                String.join(
                        " ",
                        component.ports().values().stream().sorted().map(String::valueOf).toList()),
                process.map(one -> Long.toString(one.pid())).orElse(NONE),
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
                                    line.pid,
                                    line.megabytes > 0 ? line.megabytes + " MB" : NONE,
                                    line.ready ? "yes" : "no"));
        }
        long sum = table.stream().mapToLong(Status::megabytes).sum();
        return text.append("%-22s %-16s %8s %8s%n".formatted("all", "", "", sum + " MB"))
                .toString();
    }
}
