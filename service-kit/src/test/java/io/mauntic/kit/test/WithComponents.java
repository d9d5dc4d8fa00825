package io.mauntic.kit.test;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A real PostgreSQL with a database of its own and a real Kafka with a topic prefix of its own, for
 * every test of the run.
 */
@WithTestResource(ComponentsResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithComponents {}
