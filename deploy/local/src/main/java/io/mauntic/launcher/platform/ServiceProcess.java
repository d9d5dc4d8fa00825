package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.AotCache;
import io.mauntic.launcher.component.Compiler;
import io.mauntic.launcher.component.Component;
import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.component.Software;
import io.mauntic.launcher.settings.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of our own services, from its Quarkus build. */
final class ServiceProcess implements Component {
    private final Service service;
    private final int replica;
    private final Path program;
    private final AotCache cache;
    private final int port;
    private final Map<String, String> environment;

    ServiceProcess(
            Service service,
            int replica,
            Path checkout,
            boolean records,
            int port,
            Map<String, String> environment) {
        Path target = checkout.resolve(service.module()).resolve("target");
        this.service = service;
        this.replica = replica;
        this.program = target.resolve("quarkus-app/quarkus-run.jar");
        this.cache = new AotCache(target, program, records);
        this.port = port;
        this.environment = environment;
    }

    @Override
    public String name() {
        return replica == 1 ? service.module() : service.module() + "-" + replica;
    }

    @Override
    public Map<String, Integer> ports() {
        return service == Service.MESSAGING
                ? Map.of(
                        "http",
                        port,
                        "bounces",
                        Integer.parseInt(environment.get("MAUNTIC_BOUNCE_PORT")))
                : Map.of("http", port);
    }

    @Override
    public List<String> command() throws IOException {
        return java(cache.flags());
    }

    @Override
    public Optional<String> preparation() throws IOException {
        return cache.assembly(java(List.of()));
    }

    private List<String> java(List<String> flags) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Software.java(),
                                "-Xmx" + service.heap() + "m",
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(Compiler.SPARING.flags());
        command.addAll(flags);
        command.add("-jar");
        command.add(program.toString());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public boolean ready() {
        return Probe.answersOk("http://localhost:%d/q/health/ready".formatted(port));
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(300);
    }
}
