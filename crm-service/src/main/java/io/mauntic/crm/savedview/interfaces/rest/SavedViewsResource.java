package io.mauntic.crm.savedview.interfaces.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mauntic.contracts.crm.api.SavedViewsApi;
import io.mauntic.contracts.crm.model.NewSavedView;
import io.mauntic.contracts.crm.model.SavedView;
import io.mauntic.contracts.crm.model.SavedViewList;
import io.mauntic.crm.savedview.application.ChangeView;
import io.mauntic.crm.savedview.application.DropView;
import io.mauntic.crm.savedview.application.KeepView;
import io.mauntic.crm.savedview.application.ReadViews;
import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.Viewer;
import io.mauntic.kit.rest.Idempotency;
import io.mauntic.kit.rest.IfMatch;
import io.mauntic.kit.rest.MergePatch;
import io.mauntic.kit.security.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;

class SavedViewsResource implements SavedViewsApi {

    private final ReadViews views;
    private final KeepView keep;
    private final ChangeView change;
    private final DropView drop;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final CurrentUser user;

    SavedViewsResource(
            ReadViews views,
            KeepView keep,
            ChangeView change,
            DropView drop,
            Idempotency idempotency,
            MergePatch mergePatch,
            CurrentUser user) {
        this.views = views;
        this.keep = keep;
        this.change = change;
        this.drop = drop;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.user = user;
    }

    @Override
    public Uni<SavedViewList> listSavedViews() {
        Viewer viewer = viewer();
        return views.all(viewer)
                .map(
                        all ->
                                new SavedViewList()
                                        .items(
                                                all.stream()
                                                        .map(view -> ViewShapes.of(view, viewer))
                                                        .toList()));
    }

    @Override
    public Uni<SavedView> createSavedView(NewSavedView view, String idempotencyKey) {
        Viewer viewer = viewer();
        ViewDetails details = ViewShapes.details(view);
        return idempotency.once(
                idempotencyKey,
                view,
                SavedView.class,
                () -> keep.handle(viewer, details).chain(id -> view(viewer, id)));
    }

    @Override
    public Uni<SavedView> getSavedView(Long id) {
        return view(viewer(), id);
    }

    @Override
    public Uni<SavedView> updateSavedView(Long id, Object patch, String ifMatch) {
        Viewer viewer = viewer();
        return change.handle(viewer, id, IfMatch.of(ifMatch), details -> patched(details, patch))
                .chain(() -> view(viewer, id));
    }

    @Override
    public Uni<Void> deleteSavedView(Long id) {
        return drop.handle(viewer(), id).replaceWithVoid();
    }

    private Uni<SavedView> view(Viewer viewer, long id) {
        return views.one(viewer, id).map(view -> ViewShapes.of(view, viewer));
    }

    private Viewer viewer() {
        return new Viewer(user.organization(), user.userId(), user.may("crm:contacts:write"));
    }

    private ViewDetails patched(ViewDetails details, Object patch) {
        try {
            return ViewShapes.details(
                    mergePatch.apply(ViewShapes.contract(details), patch, NewSavedView.class));
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        }
    }
}
