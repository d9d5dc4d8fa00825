package io.mauntic.kit.test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the real components run that {@code ./mauntic components} starts; they are started when
 * they do not.
 */
public final class Components {

    private static final Properties FOUND = find();

    private Components() {}

    /** A line of {@code components.properties}, such as {@code kafka}. */
    public static String get(String name) {
        String value = FOUND.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "components.properties has no " + name + ": run ./mauntic components");
        }
        return value;
    }

    /** A connection of the superuser, to any database. */
    static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(get("postgres.host"), get("postgres.port"), database),
                get("postgres.user"),
                get("postgres.password"));
    }

    private static Properties find() {
        try {
            Path root = checkout();
            String home = System.getenv("MAUNTIC_TEST_HOME");
            Path file =
                    (home == null ? root.resolve(".mauntic/test") : Path.of(home))
                            .resolve("components.properties");
            if (!Files.exists(file) || !answers(load(file))) {
                start(root);
            }
            return load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static boolean answers(Properties properties) {
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(properties.getProperty("postgres.port", "0"));
            socket.connect(
                    new InetSocketAddress(
                            properties.getProperty("postgres.host", "localhost"), port),
                    1_000);
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    private static void start(Path root) throws IOException {
        try {
            int exit =
                    new ProcessBuilder(root.resolve("mauntic").toString(), "components")
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("./mauntic components ended with " + exit);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mauntic"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("The tests run inside a checkout");
        }
        return folder;
    }
}
