package io.mauntic.kit.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which context this is, and how its topics are called. */
@ConfigMapping(prefix = "mauntic.events")
public interface EventsConfig {

    /**
     * The bounded context, such as {@code crm}: its schema, its roles and its topics are named
     * after it.
     */
    @WithDefault("${mauntic.context}")
    String context();

    @WithDefault("${mauntic.topic.prefix}")
    String topicPrefix();

    /** Bootstrap servers. */
    @WithDefault("${mauntic.kafka}")
    String kafka();

    /**
     * The contexts whose events this one hears; {@link io.mauntic.kit.config.EventChannels} turns
     * them into topics.
     */
    Optional<List<String>> listenTo();

    /** The contexts whose imports this one hears of as well; see {@link #importTopic}. */
    Optional<List<String>> listenToImportsOf();

    /**
     * Where an import tells what it did to each contact: the bulk lane, on a topic apart, because
     * most contexts have no use for a million new contacts.
     */
    default String importTopic() {
        return topicPrefix() + context() + ".events.import";
    }

    /**
     * The longest that the relay sleeps when nothing wakes it: then it looks for what a replica
     * left that has died.
     */
    @WithDefault("10S")
    Duration outboxIdle();

    /** How long the relay waits for the broker's answer before it tries again. */
    @WithDefault("15S")
    Duration brokerPatience();

    /** How long the inbox remembers an event; longer than Kafka keeps it. */
    @WithDefault("8D")
    Duration inboxRetention();
}
