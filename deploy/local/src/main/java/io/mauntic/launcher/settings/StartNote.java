package io.mauntic.launcher.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the user said when a platform was started. Later commands mean that platform, wherever it
 * listens and whatever it uses, without being told again.
 */
public final class StartNote {
    private final Path file;

    public StartNote(Home home) {
        this.file = home.root().resolve("started.properties");
    }

    public void write(Settings settings) {
        Properties values = new Properties();
        values.putAll(settings.given());
        values.setProperty("MAUNTIC_PORT", Integer.toString(settings.ports().gateway()));
        OwnerOnly.write(file, values);
    }

    public Map<String, String> read() {
        Map<String, String> values = new TreeMap<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
        } catch (NoSuchFileException neverStarted) {
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
