package io.mauntic.kit.database;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets an organization have only some of its expensive questions (previews, searches, reports)
 * answered at once, so that the connections of a replica are there for everybody.
 */
@ApplicationScoped
public class ExpensiveQuestions {

    private final Map<OrganizationId, Integer> atWork = new ConcurrentHashMap<>();
    private final int most;

    ExpensiveQuestions(@ConfigProperty(name = "mauntic.expensive.questions") int most) {
        this.most = most;
    }

    /**
     * @return fails with {@link TooManyQuestions} (429) when too many are at work
     */
    public <T> Uni<T> ask(OrganizationId organization, Supplier<Uni<T>> question) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            if (atWork.merge(organization, 1, Integer::sum) > most) {
                                leave(organization);
                                throw new TooManyQuestions(most);
                            }
                            return Uni.createFrom()
                                    .deferred(question::get)
                                    .onTermination()
                                    .invoke(() -> leave(organization));
                        });
    }

    private void leave(OrganizationId organization) {
        atWork.computeIfPresent(organization, (_, count) -> count == 1 ? null : count - 1);
    }
}
