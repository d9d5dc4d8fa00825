package io.mauntic.launcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process and its children hold of the machine's memory, in MB; pages that several share are
 * counted once.
 */
public final class Memory {
    private static final int KB_IN_MB = 1024;

    private Memory() {}

    public static long megabytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(Memory::kilobytes)
                        .sum()
                / KB_IN_MB;
    }

    private static long kilobytes(ProcessHandle process) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(Memory::figure).sum();
        } catch (IOException notLinux) {
            return fromPs(process);
        }
    }

    private static long fromPs(ProcessHandle process) {
        try {
            Process ps =
                    new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
                            .start();
            String answer = new String(ps.getInputStream().readAllBytes()).strip();
            return answer.isEmpty() ? 0 : Long.parseLong(answer);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long figure(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
