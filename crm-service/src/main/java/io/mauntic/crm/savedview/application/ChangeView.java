package io.mauntic.crm.savedview.application;

import io.mauntic.crm.savedview.domain.SavedView;
import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.database.Versions;
import io.mauntic.kit.rest.IfMatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Changes what a view shows, its name, or who has it. */
@ApplicationScoped
public class ChangeView {

    private final UnitOfWork unitOfWork;
    private final Versions versions;
    private final SavedViews views;

    ChangeView(UnitOfWork unitOfWork, Versions versions, SavedViews views) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
        this.views = views;
    }

    /**
     * Answers the view as it was.
     *
     * @param seen what the editor has seen
     */
    public Uni<SavedView> handle(
            Viewer viewer, long id, IfMatch seen, UnaryOperator<ViewDetails> change) {
        return unitOfWork.in(
                viewer.organization(),
                () ->
                        views.get(viewer, id)
                                .call(() -> versions.lock("saved_view", id, seen))
                                .chain(() -> views.get(viewer, id))
                                .invoke(view -> view.refuseOthers(viewer))
                                .call(view -> change(viewer, view, change)));
    }

    private Uni<Void> change(Viewer viewer, SavedView view, UnaryOperator<ViewDetails> change) {
        ViewDetails details = change.apply(view.details()).checkedSince(view.details());
        viewer.refuseSharing(details);
        return views.change(view, details);
    }
}
