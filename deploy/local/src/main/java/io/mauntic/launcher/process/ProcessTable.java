package io.mauntic.launcher.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What runs for one home: a small file a process, so that a later command finds it. */
public final class ProcessTable {
    private static final String SUFFIX = ".properties";

    private final Path directory;

    public ProcessTable(Path directory) {
        this.directory = directory;
    }

    public Optional<RunningProcess> find(String name) {
        try (Reader reader = Files.newBufferedReader(file(name))) {
            Properties properties = new Properties();
            properties.load(reader);
            return Optional.of(RunningProcess.from(properties)).filter(RunningProcess::alive);
        } catch (NoSuchFileException notStarted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean anyAlive() {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .anyMatch(name -> find(name).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(RunningProcess process) {
        try {
            Files.createDirectories(directory);
            Path draft = directory.resolve(process.name() + ".draft");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                process.toProperties().store(writer, null);
            }
            Files.move(draft, file(process.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }
}
