package io.mauntic.launcher.platform;

import io.mauntic.launcher.component.Probe;
import io.mauntic.launcher.process.LaunchFailure;
import java.net.URI;

/** A product that the user brings in the place of the embedded one. */
record External(String name, String host, int port) {
    static External at(String name, String url) {
        URI address = URI.create(url);
        if (address.getHost() == null) {
            throw new LaunchFailure("The address of %s has no host: %s".formatted(name, url));
        }
        int otherwise = "https".equals(address.getScheme()) ? 443 : 80;
        return new External(
                name, address.getHost(), address.getPort() < 0 ? otherwise : address.getPort());
    }

    String address() {
        return host + ":" + port;
    }

    boolean answers() {
        return Probe.connects(host, port);
    }

    void refuseSilence() {
        if (!answers()) {
            throw new LaunchFailure(
                    "Nothing answers at %s, where %s should be. Start it, or correct the MAUNTIC_ variable that says so."
                            .formatted(address(), name));
        }
    }
}
