package io.mauntic.launcher.component;

import io.mauntic.launcher.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An S3-compatible store over a folder. It listens on the loopback address and asks for no key. */
public final class ObjectStore implements Component {
    private final Home home;
    private final Software software;
    private final int port;

    public ObjectStore(Home home, Software software, int port) {
        this.home = home;
        this.software = software;
        this.port = port;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("http", port);
    }

    @Override
    public void prepare() throws IOException {
        Path files = home.data(name()).resolve("files");
        Files.createDirectories(files);
        Files.writeString(
                configuration(),
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=none
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """
                        .formatted(port, files));
        Files.writeString(
                home.data(name()).resolve("logback.xml"),
                """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %-5level %logger{30} %msg%n</pattern></encoder>
                  </appender>
                  <root level="warn"><appender-ref ref="out"/></root>
                </configuration>
                """);
    }

    @Override
    public List<String> command() {
        return List.of(
                Software.java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + home.data(name()).resolve("logback.xml"),
                "-cp",
                software.classPath("s3proxy"),
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration().toString());
    }

    @Override
    public boolean ready() {
        return Probe.connects("localhost", port);
    }

    private Path configuration() {
        return home.data(name()).resolve("s3proxy.properties");
    }
}
