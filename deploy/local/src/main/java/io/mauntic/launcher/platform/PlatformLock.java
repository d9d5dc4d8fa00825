package io.mauntic.launcher.platform;

import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** One command at a time changes a home. */
public final class PlatformLock implements AutoCloseable {
    private final FileChannel channel;

    private PlatformLock(FileChannel channel) {
        this.channel = channel;
    }

    public static PlatformLock of(Home home) throws IOException {
        Files.createDirectories(home.root());
        FileChannel channel =
                FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new LaunchFailure(
                    "Another command is at work on "
                            + home.root()
                            + ". Try again when it has ended.");
        }
        return new PlatformLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
