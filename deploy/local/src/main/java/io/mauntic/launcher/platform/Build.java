package io.mauntic.launcher.platform;

import io.mauntic.launcher.process.LaunchFailure;
import io.mauntic.launcher.settings.Service;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the services that are missing or older than their sources. */
final class Build {
    /**
     * Every service holds what these say; {@code contracts} twice, as schemas and as generated
     * code.
     */
    private static final List<String> SHARED =
            List.of("pom.xml", "domain-kernel", "contracts", "service-kit", "ui-kit");

    private final Path checkout;
    private final Path log;

    Build(Path checkout, Path log) {
        this.checkout = checkout;
        this.log = log;
    }

    List<Service> stale() throws IOException {
        FileTime shared = FileTime.fromMillis(0);
        for (String part : SHARED) {
            shared = later(shared, newest(checkout.resolve(part)));
        }
        List<Service> stale = new ArrayList<>();
        for (Service service : Service.values()) {
            Path jar =
                    checkout.resolve(service.module())
                            .resolve("target/quarkus-app/quarkus-run.jar");
            FileTime sources = later(shared, newest(checkout.resolve(service.module())));
            if (!Files.exists(jar) || Files.getLastModifiedTime(jar).compareTo(sources) < 0) {
                stale.add(service);
            }
        }
        return stale;
    }

    void build(List<Service> services) throws IOException {
        Files.createDirectories(log.getParent());
        String modules = services.stream().map(Service::module).collect(Collectors.joining(","));
        int exit =
                new Maven(checkout, Redirect.to(log.toFile()))
                        .run(
                                List.of(
                                        "-q",
                                        "-T",
                                        "2",
                                        "package",
                                        "-DskipTests",
                                        "-am",
                                        "-pl",
                                        modules),
                                Map.of());
        if (exit != 0) {
            throw new LaunchFailure("The build failed. " + MavenErrors.of(log));
        }
    }

    private static FileTime newest(Path root) throws IOException {
        if (Files.isRegularFile(root)) {
            return Files.getLastModifiedTime(root);
        }
        FileTime newest = FileTime.fromMillis(0);
        try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
            for (Path file :
                    files.filter(path -> isProductSource(root.relativize(path))).toList()) {
                newest = later(newest, Files.getLastModifiedTime(file));
            }
        }
        return newest;
    }

    private static boolean isProductSource(Path path) {
        return !path.startsWith("target") && !path.startsWith("src/test");
    }

    private static FileTime later(FileTime a, FileTime b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
