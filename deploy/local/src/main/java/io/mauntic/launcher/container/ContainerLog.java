package io.mauntic.launcher.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;

/**
 * Keeps what a container writes where a component's log would be: it is gone with the container.
 */
final class ContainerLog implements Consumer<OutputFrame> {
    private final Path file;

    ContainerLog(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    @Override
    public void accept(OutputFrame frame) {
        byte[] bytes = frame.getBytes();
        if (bytes == null) {
            return;
        }
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
