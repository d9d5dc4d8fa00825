package io.mauntic.crm.savedview.application;

import io.mauntic.crm.savedview.domain.SavedView;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets a view; the contacts stay. */
@ApplicationScoped
public class DropView {

    private final UnitOfWork unitOfWork;
    private final SavedViews views;

    DropView(UnitOfWork unitOfWork, SavedViews views) {
        this.unitOfWork = unitOfWork;
        this.views = views;
    }

    /** Answers the view as it was. */
    public Uni<SavedView> handle(Viewer viewer, long id) {
        return unitOfWork.in(
                viewer.organization(),
                () ->
                        views.get(viewer, id)
                                .invoke(view -> view.refuseOthers(viewer))
                                .call(view -> views.remove(view.id())));
    }
}
