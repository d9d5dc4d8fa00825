package io.mauntic.launcher.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** Passwords and keys of one home: drawn once, readable by their owner alone. */
public final class Secrets {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
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
        save();
        return secret;
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            Set<StandardOpenOption> options =
                    Set.of(
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
            try (FileChannel channel = FileChannel.open(file, options, OWNER_ONLY);
                    Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
                values.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
