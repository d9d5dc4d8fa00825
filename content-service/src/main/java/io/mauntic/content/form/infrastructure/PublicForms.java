package io.mauntic.content.form.infrastructure;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mauntic.content.form.domain.Form;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The forms that visitors ask for just now, read once for all of them: an edit is felt within half
 * a second, at every replica.
 */
@ApplicationScoped
class PublicForms {

    private static final Duration KEPT = Duration.ofMillis(500);
    private static final int MOST = 1_000;

    private final AsyncCache<String, Optional<Form>> forms =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).buildAsync();

    Uni<Optional<Form>> at(String alias, Supplier<Uni<Optional<Form>>> read) {
        return Uni.createFrom()
                .completionStage(
                        () -> forms.get(alias, (_, _) -> read.get().subscribeAsCompletionStage()));
    }

    /** One that is changed here is read anew at once. */
    void forget(String alias) {
        forms.synchronous().invalidate(alias);
    }
}
