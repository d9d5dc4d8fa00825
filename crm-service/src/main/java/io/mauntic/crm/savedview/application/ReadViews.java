package io.mauntic.crm.savedview.application;

import io.mauntic.crm.savedview.domain.SavedView;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The views that a person can choose from. */
@ApplicationScoped
public class ReadViews {

    private final UnitOfWork unitOfWork;
    private final SavedViews views;

    ReadViews(UnitOfWork unitOfWork, SavedViews views) {
        this.unitOfWork = unitOfWork;
        this.views = views;
    }

    public Uni<List<SavedView>> all(Viewer viewer) {
        return unitOfWork.in(viewer.organization(), () -> views.of(viewer));
    }

    /** Fails with {@link io.mauntic.kernel.NotFound}. */
    public Uni<SavedView> one(Viewer viewer, long id) {
        return unitOfWork.in(viewer.organization(), () -> views.get(viewer, id));
    }
}
