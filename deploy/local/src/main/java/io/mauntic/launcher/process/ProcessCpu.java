package io.mauntic.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time of a process and its children, those that have ended included. Linux only. */
public final class ProcessCpu {
    private static final int MILLIS_A_TICK = 10; // USER_HZ is 100 wherever Linux runs

    private ProcessCpu() {}

    /** User and system time in milliseconds. */
    public static long millis(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(ProcessCpu::ticks)
                        .sum()
                * MILLIS_A_TICK;
    }

    // proc(5): utime, stime, cutime, cstime are fields 14 to 17; the name before may hold spaces.
    private static long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum();
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
