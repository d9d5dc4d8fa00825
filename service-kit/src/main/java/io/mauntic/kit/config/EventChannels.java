package io.mauntic.kit.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns {@code mauntic.events.listen-to=crm,content} into the topics of the two channels, so that a
 * service names contexts and nobody spells topics. Who listens to nobody has no channels.
 */
public class EventChannels implements ConfigSourceFactory {

    private static final int BELOW_EVERY_FILE = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String contexts = value(context, "mauntic.events.listen-to");
        if (contexts.isEmpty()) {
            return List.of(
                    source(
                            Map.of(
                                    "mp.messaging.incoming.events.enabled", "false",
                                    "mp.messaging.incoming.events-bulk.enabled", "false")));
        }
        String prefix = value(context, "mauntic.topic.prefix");
        String replayed = prefix + value(context, "mauntic.context") + ".events.replay";
        String bulk = topics(contexts, prefix, ".events.bulk");
        String importing = value(context, "mauntic.events.listen-to-imports-of");
        return List.of(
                source(
                        Map.of(
                                "mp.messaging.incoming.events.topics",
                                topics(contexts, prefix, ".events") + "," + replayed,
                                "mp.messaging.incoming.events-bulk.topics",
                                importing.isEmpty()
                                        ? bulk
                                        : bulk
                                                + ","
                                                + topics(importing, prefix, ".events.import"))));
    }

    private static ConfigSource source(Map<String, String> values) {
        return new PropertiesConfigSource(values, "event channels", BELOW_EVERY_FILE);
    }

    private static String topics(String contexts, String prefix, String suffix) {
        return Arrays.stream(contexts.split(","))
                .map(name -> prefix + name.strip() + suffix)
                .collect(Collectors.joining(","));
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? "" : value.getValue();
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(BELOW_EVERY_FILE);
    }
}
