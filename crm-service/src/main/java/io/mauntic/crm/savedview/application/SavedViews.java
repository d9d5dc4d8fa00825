package io.mauntic.crm.savedview.application;

import io.mauntic.crm.savedview.domain.SavedView;
import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.Viewer;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The views that a person sees: their own and the shared ones. Inside a unit of work. */
public interface SavedViews {

    Uni<List<SavedView>> of(Viewer viewer);

    /** Fails with {@link io.mauntic.kernel.NotFound}, also for somebody else's own view. */
    Uni<SavedView> get(Viewer viewer, long id);

    /** Answers the id, or fails with {@link io.mauntic.crm.savedview.domain.ViewNameTaken}. */
    Uni<Long> add(Viewer viewer, ViewDetails details);

    /** Fails with {@link io.mauntic.crm.savedview.domain.ViewNameTaken}. */
    Uni<Void> change(SavedView view, ViewDetails details);

    Uni<Void> remove(long id);
}
