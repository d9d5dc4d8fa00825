package io.mauntic.campaign.clients;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** What another service says it does not have. */
final class Missing {

    private Missing() {}

    static <T> Uni<Optional<T>> asEmpty(Uni<T> answer) {
        return answer.map(Optional::of)
                .onFailure(Missing::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == 404;
    }
}
