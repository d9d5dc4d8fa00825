package io.mauntic.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ExpensiveQuestionsTest {

    private static final OrganizationId ONE = new OrganizationId(1);
    private static final OrganizationId OTHER = new OrganizationId(2);

    private final ExpensiveQuestions questions = new ExpensiveQuestions(2);

    @Test
    void an_organization_has_two_answered_at_once_and_others_have_theirs() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> answer = asked(ONE, first);
        asked(ONE, new CompletableFuture<>());

        assertThatThrownBy(() -> asked(ONE, new CompletableFuture<>()).join())
                .hasCauseInstanceOf(TooManyQuestions.class);
        assertThat(asked(OTHER, CompletableFuture.completedFuture("theirs"))).isCompleted();

        first.complete("done");
        assertThat(answer).isCompletedWithValue("done");
        assertThat(asked(ONE, CompletableFuture.completedFuture("next")))
                .isCompletedWithValue("next");
    }

    @Test
    void what_failed_or_was_given_up_counts_no_longer() {
        assertThat(asked(ONE, CompletableFuture.failedFuture(new IllegalStateException())))
                .isCompletedExceptionally();
        Cancellable givenUp =
                questions
                        .ask(ONE, () -> Uni.createFrom().nothing())
                        .subscribe()
                        .with(_ -> {}, _ -> {});
        givenUp.cancel();
        asked(ONE, new CompletableFuture<>());

        assertThat(asked(ONE, CompletableFuture.completedFuture("next")))
                .isCompletedWithValue("next");
    }

    private CompletableFuture<String> asked(
            OrganizationId organization, CompletableFuture<String> answer) {
        return questions
                .ask(organization, () -> Uni.createFrom().completionStage(answer))
                .subscribeAsCompletionStage();
    }
}
