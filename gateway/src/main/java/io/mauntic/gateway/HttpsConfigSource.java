package io.mauntic.gateway;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives {@code mauntic.https} from the public address, so that cookies are secure and sign-in
 * comes back by https when a proxy before us ends TLS, with nothing more to configure.
 */
public final class HttpsConfigSource implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var address = context.getValue("mauntic.public.url").getValue();
        var https = address != null && address.startsWith("https:");
        return List.of(
                new PropertiesConfigSource(
                        Map.of("mauntic.https", Boolean.toString(https)), "https", 100));
    }
}
