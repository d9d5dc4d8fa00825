package io.mauntic.crm.savedview.interfaces.rest;

import io.mauntic.contracts.crm.model.NewSavedView;
import io.mauntic.contracts.crm.model.SavedView;
import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.Viewer;

/** A view as the contract writes it. */
final class ViewShapes {

    private ViewShapes() {}

    static ViewDetails details(NewSavedView view) {
        return new ViewDetails(
                view.getName(),
                Boolean.TRUE.equals(view.getShared()),
                view.getSearch(),
                view.getTag(),
                view.getStage(),
                view.getOrderBy(),
                view.getOrderDir(),
                view.getColumns());
    }

    static NewSavedView contract(ViewDetails view) {
        return new NewSavedView()
                .name(view.name())
                .shared(view.shared())
                .search(view.search())
                .tag(view.tag())
                .stage(view.stage())
                .orderBy(view.orderBy())
                .orderDir(view.orderDir())
                .columns(view.columns());
    }

    static SavedView of(io.mauntic.crm.savedview.domain.SavedView kept, Viewer viewer) {
        ViewDetails view = kept.details();
        return new SavedView()
                .id(kept.id())
                .version(kept.version())
                .mine(kept.isOf(viewer))
                .name(view.name())
                .shared(view.shared())
                .search(view.search())
                .tag(view.tag())
                .stage(view.stage())
                .orderBy(view.orderBy())
                .orderDir(view.orderDir())
                .columns(view.columns());
    }
}
