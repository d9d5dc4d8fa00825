package io.mauntic.kit.setaside;

import io.mauntic.kernel.OrganizationId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Sets work of one kind going again: usually it puts the rows back into their queue. */
public interface SetAsideHandler {

    /**
     * Stable, since it is stored: {@code timer}, {@code step}, {@code delivery}, {@code webhook},
     * {@code event}.
     */
    String kind();

    /**
     * Runs in the organization's unit of work that takes the items out: both commit, or neither. It
     * touches the database only.
     *
     * @param payloads what was given to {@link SetAside#put}; at least one, at most 500
     */
    Uni<Void> restore(OrganizationId organization, List<JsonObject> payloads);
}
