package io.mauntic.launcher.settings;

import java.nio.file.Path;

/** The folder that holds all of one platform: data, logs, secrets and notes of what runs. */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path data(String component) {
        return root.resolve("data").resolve(component);
    }

    public Path log(String component) {
        return root.resolve("logs").resolve(component + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path bench(String name) {
        return root.resolve("bench").resolve(name + ".json");
    }
}
