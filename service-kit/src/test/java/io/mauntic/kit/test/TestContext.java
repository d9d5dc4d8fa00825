package io.mauntic.kit.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The context under test, as its application.properties names it. */
final class TestContext {

    private TestContext() {}

    static String name() {
        try (InputStream in =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("application.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("mauntic.context");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
