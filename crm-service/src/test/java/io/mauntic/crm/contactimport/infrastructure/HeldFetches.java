package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.ImportFiles;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that takes as long for its files as a test wants. */
@Decorator
@Priority(1)
class HeldFetches implements ImportFiles {

    private static volatile CountDownLatch gate = new CountDownLatch(0);
    private static final AtomicInteger WAITING = new AtomicInteger();

    private final ImportFiles files;

    HeldFetches(@Delegate @Any ImportFiles files) {
        this.files = files;
    }

    static void hold() {
        gate = new CountDownLatch(1);
    }

    static void release() {
        gate.countDown();
    }

    static int waiting() {
        return WAITING.get();
    }

    @Override
    public void store(UUID key, Path file) {
        files.store(key, file);
    }

    @Override
    public void fetch(UUID key, Path to) {
        WAITING.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            WAITING.decrementAndGet();
        }
        files.fetch(key, to);
    }

    @Override
    public void remove(UUID key) {
        files.remove(key);
    }
}
