package io.mauntic.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which process listens on a port, as far as {@code /proc} tells: on Linux, and of other users only
 * to root.
 */
final class PortOwner {
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** For a sentence: the program and its pid, or that it is another's. */
    static String name(int port) {
        return of(port).map(PortOwner::describe).orElse("another program");
    }

    private static String describe(ProcessHandle owner) {
        String program =
                owner.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .orElse("another program");
        return "%s (pid %d)".formatted(program, owner.pid());
    }

    private static Optional<ProcessHandle> of(int port) {
        try {
            List<String> sockets = new ArrayList<>();
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                sockets.addAll(listening(Path.of(table), port));
            }
            return ProcessHandle.allProcesses().filter(one -> holds(one, sockets)).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> listening(Path table, int port) throws IOException {
        String suffix = ":%04X".formatted(port);
        return Files.readAllLines(table).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row[LOCAL_ADDRESS].endsWith(suffix) && row[STATE].equals(LISTENING))
                .map(row -> "socket:[%s]".formatted(row[INODE]))
                .toList();
    }

    private static boolean holds(ProcessHandle process, List<String> sockets) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
