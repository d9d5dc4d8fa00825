package io.mauntic.launcher.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** Passwords and keys of one home: drawn once, readable by their owner alone. */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path file;
    private final Properties values = new Properties();

    public Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What was drawn, or written here by hand, before. */
    public synchronized Optional<String> known(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** URL-safe Base64 passes unquoted through JDBC addresses, environments and shells. */
    public synchronized String get(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        values.setProperty(name, secret);
        OwnerOnly.write(file, values);
        return secret;
    }
}
