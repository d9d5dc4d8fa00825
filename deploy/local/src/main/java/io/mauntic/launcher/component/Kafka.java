package io.mauntic.launcher.component;

import io.mauntic.launcher.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The broker: one node that is its own controller. */
public final class Kafka implements Component {
    /** Formatting and running must agree on it; one node needs no other. */
    private static final String CLUSTER = "bWF1bnRpYy1sb2NhbC0wMQ";

    private final Home home;
    private final Software software;
    private final boolean records;
    private final int port;
    private final int controllerPort;

    public Kafka(Home home, Software software, boolean records, int port, int controllerPort) {
        this.home = home;
        this.software = software;
        this.records = records;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("broker", port, "controller", controllerPort);
    }

    @Override
    public void prepare() throws IOException {
        Path data = home.data(name());
        Files.createDirectories(data);
        Files.writeString(configuration(), properties());
        if (Files.exists(data.resolve("log/meta.properties"))) {
            return;
        }
        List<String> command =
                java(
                        "-Xmx128m",
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        CLUSTER,
                        "-c",
                        configuration().toString());
        Command.run("kafka could not format its data folder", command, home.log("kafka-format"));
    }

    @Override
    public List<String> command() throws IOException {
        return broker(cache().flags());
    }

    @Override
    public Optional<String> preparation() throws IOException {
        return cache().assembly(broker(List.of()));
    }

    private List<String> broker(List<String> flags) {
        List<String> command = java("-Xmx384m", "kafka.Kafka", configuration().toString());
        command.addAll(1, flags);
        return command;
    }

    private AotCache cache() {
        Path classPath = software.classPathFile(name());
        return new AotCache(classPath.getParent(), classPath, records);
    }

    private List<String> java(String heap, String... program) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Software.java(),
                                heap,
                                "-XX:+UseSerialGC",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                                "-cp",
                                software.classPath(name())));
        command.addAll(1, Compiler.QUICK.flags());
        command.addAll(List.of(program));
        return command;
    }

    /** A broker opens its client port only after it has taken over its partitions. */
    @Override
    public boolean ready() {
        return Probe.connects("localhost", port);
    }

    private Path configuration() {
        return home.data(name()).resolve("server.properties");
    }

    /**
     * Threads that wake several times a second to find nothing are what an idle broker spends its
     * time on, so there are few of them; no-op records, two a second, tell waiting replicas of
     * which there are none.
     */
    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=true
                num.partitions=4
                offsets.topic.num.partitions=8
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                group.coordinator.threads=1
                background.threads=4
                metadata.max.idle.interval.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                log.segment.bytes=67108864
                log.retention.hours=168
                """
                .formatted(port, controllerPort, home.data(name()).resolve("log"));
    }
}
