package io.mauntic.launcher.component;

import io.mauntic.launcher.process.LaunchFailure;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The products we run: their jars from Maven's repository, and what has to be unpacked in a cache
 * that all homes share.
 */
public final class Software {
    private final Path checkout;
    private final Path cache;

    public Software(Path checkout, Path cache) {
        this.checkout = checkout;
        this.cache = cache;
    }

    /** Unpacks into an empty folder, once for all homes. */
    public interface Installation {
        void into(Path directory) throws IOException;
    }

    public Path classPathFile(String component) {
        return checkout.resolve("deploy/components").resolve(component).resolve("target/classpath");
    }

    public String classPath(String component) {
        Path file = classPathFile(component);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new LaunchFailure(
                    "%s has not been resolved: %s is missing".formatted(component, file), e);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read " + file, e);
        }
    }

    public Path artifact(String component, String part) {
        return Stream.of(classPath(component).split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().contains(part))
                .findFirst()
                .orElseThrow(
                        () ->
                                new LaunchFailure(
                                        "%s has no artifact for %s".formatted(component, part)));
    }

    public Path installed(String name, Installation installation) throws IOException {
        Path directory = cache.resolve(name);
        Files.createDirectories(cache);
        try (FileChannel channel =
                        FileChannel.open(
                                cache.resolve(name + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(directory)) {
                Path draft = Files.createTempDirectory(cache, name + ".draft");
                installation.into(draft);
                Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return directory;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
