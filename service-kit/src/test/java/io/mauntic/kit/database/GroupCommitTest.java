package io.mauntic.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final OrganizationId ACME = new OrganizationId(1);
    private static final OrganizationId OTHER = new OrganizationId(2);

    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();

    private record Batch(
            OrganizationId organization, List<String> items, CompletableFuture<Void> written) {}

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void what_arrives_while_a_batch_is_written_is_the_next_batch() throws Exception {
        GroupCommit<String> group = group(10, 2);
        List<UniAssertSubscriber<Void>> callers = new ArrayList<>();
        callers.add(add(group, ACME, "a"));
        Batch first = next();
        for (String item : List.of("b", "c", "d")) {
            callers.add(add(group, ACME, item));
        }
        assertThat(first.items()).containsExactly("a");
        assertThat(batches).isEmpty();

        first.written().complete(null);
        Batch second = next();
        assertThat(second.items()).containsExactly("b", "c");
        callers.getFirst().awaitItem();
        callers.get(1).assertNotTerminated();

        second.written().complete(null);
        Batch third = next();
        assertThat(third.items()).containsExactly("d");
        third.written().complete(null);
        callers.forEach(UniAssertSubscriber::awaitItem);
    }

    @Test
    void organizations_do_not_wait_for_each_other() throws Exception {
        GroupCommit<String> group = group(10, 10);
        add(group, ACME, "a");
        assertThat(next().organization()).isEqualTo(ACME);
        UniAssertSubscriber<Void> other = add(group, OTHER, "b");
        Batch batch = next();
        assertThat(batch.organization()).isEqualTo(OTHER);
        batch.written().complete(null);
        other.awaitItem();
    }

    @Test
    void an_item_that_cannot_be_written_fails_alone() throws Exception {
        GroupCommit<String> group = group(10, 10);
        add(group, ACME, "first");
        Batch first = next();
        UniAssertSubscriber<Void> good = add(group, ACME, "good");
        UniAssertSubscriber<Void> bad = add(group, ACME, "bad");
        UniAssertSubscriber<Void> better = add(group, ACME, "better");
        first.written().complete(null);

        IllegalArgumentException fault = new IllegalArgumentException("bad");
        fail(next(), fault, "good", "bad", "better");
        succeed(next(), "good");
        fail(next(), fault, "bad", "better");
        fail(next(), fault, "bad");
        succeed(next(), "better");
        good.awaitItem();
        bad.awaitFailure().assertFailedWith(IllegalArgumentException.class, "bad");
        better.awaitItem();
    }

    private static void fail(Batch batch, Exception fault, String... items) {
        assertThat(batch.items()).containsExactly(items);
        batch.written().completeExceptionally(fault);
    }

    private static void succeed(Batch batch, String... items) {
        assertThat(batch.items()).containsExactly(items);
        batch.written().complete(null);
    }

    @Test
    void more_than_memory_should_hold_is_refused() throws Exception {
        GroupCommit<String> group = group(2, 10);
        add(group, ACME, "a");
        next();
        add(group, ACME, "b");
        add(group, ACME, "c");
        assertThatThrownBy(() -> group.add(ACME, "d").await().indefinitely())
                .isInstanceOf(TooMuchWaits.class);
    }

    private GroupCommit<String> group(int mostWaiting, int batch) {
        return new GroupCommit<>(
                VERTX,
                mostWaiting,
                batch,
                (organization, items) -> {
                    CompletableFuture<Void> written = new CompletableFuture<>();
                    batches.add(new Batch(organization, items, written));
                    return Uni.createFrom().completionStage(written);
                });
    }

    private Batch next() throws InterruptedException {
        Batch batch = batches.poll(5, TimeUnit.SECONDS);
        assertThat(batch).as("a batch").isNotNull();
        return batch;
    }

    private static UniAssertSubscriber<Void> add(
            GroupCommit<String> group, OrganizationId organization, String item) {
        return group.add(organization, item)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
