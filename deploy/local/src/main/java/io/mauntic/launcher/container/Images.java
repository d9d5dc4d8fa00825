package io.mauntic.launcher.container;

import io.mauntic.launcher.process.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which image stands for which component; the versions come from the root {@code pom.xml}. */
final class Images {
    private static final String FILE = "/io/mauntic/launcher/images.properties";
    private final Properties names = new Properties();

    Images() throws IOException {
        try (InputStream resource = Images.class.getResourceAsStream(FILE)) {
            names.load(resource);
        }
    }

    String of(String component) {
        String name = names.getProperty(component);
        if (name == null) {
            throw new LaunchFailure("No image is named for " + component);
        }
        return name;
    }
}
