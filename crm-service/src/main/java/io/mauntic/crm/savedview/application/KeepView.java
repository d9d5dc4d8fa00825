package io.mauntic.crm.savedview.application;

import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a list under a name. */
@ApplicationScoped
public class KeepView {

    private final UnitOfWork unitOfWork;
    private final SavedViews views;

    KeepView(UnitOfWork unitOfWork, SavedViews views) {
        this.unitOfWork = unitOfWork;
        this.views = views;
    }

    /** The view's id. */
    public Uni<Long> handle(Viewer viewer, ViewDetails details) {
        ViewDetails checked = details.checked();
        viewer.refuseSharing(checked);
        return unitOfWork.in(viewer.organization(), () -> views.add(viewer, checked));
    }
}
