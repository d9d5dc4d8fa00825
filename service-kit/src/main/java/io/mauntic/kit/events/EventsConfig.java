package io.mauntic.kit.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Which context this is, and how its topics are called. */
@ConfigMapping(prefix = "mauntic")
public interface EventsConfig {

    /** The bounded context, such as {@code crm}: its schema, its roles and its topics are named after it. */
    String context();

    @WithName("topic.prefix")
    String topicPrefix();

    /** Bootstrap servers. */
    String kafka();

    /** How long the relay rests when another replica is relaying, and the longest it sleeps when nothing wakes it. */
    @WithName("outbox.idle")
    @WithDefault("1S")
    Duration outboxIdle();

    /** How long the inbox remembers an event; longer than Kafka keeps it. */
    @WithName("inbox.retention")
    @WithDefault("8D")
    Duration inboxRetention();
}
