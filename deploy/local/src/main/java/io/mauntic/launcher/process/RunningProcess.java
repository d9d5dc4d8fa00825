package io.mauntic.launcher.process;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A process we started, as noted in the home's {@code run} folder. The start time guards against a
 * reused pid.
 */
public record RunningProcess(
        String name,
        long pid,
        Instant started,
        Signal stopSignal,
        Map<String, Integer> ports,
        Path log) {

    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().startInstant().map(started::equals).orElse(true));
    }

    public boolean alive() {
        return handle().isPresent();
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("stopSignal", stopSignal.name());
        properties.setProperty("log", log.toString());
        ports.forEach((key, port) -> properties.setProperty("port." + key, port.toString()));
        return properties;
    }

    static RunningProcess from(Properties properties) {
        Map<String, Integer> ports = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith("port.")) {
                ports.put(key.substring(5), Integer.valueOf(properties.getProperty(key)));
            }
        }
        return new RunningProcess(
                properties.getProperty("name"),
                Long.parseLong(properties.getProperty("pid")),
                Instant.parse(properties.getProperty("started")),
                Signal.valueOf(properties.getProperty("stopSignal")),
                ports,
                Path.of(properties.getProperty("log")));
    }
}
