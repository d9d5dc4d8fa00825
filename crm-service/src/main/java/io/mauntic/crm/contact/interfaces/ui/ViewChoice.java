package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.crm.savedview.domain.SavedView;
import io.mauntic.crm.savedview.domain.ViewColumn;
import io.mauntic.crm.savedview.domain.ViewDetails;
import io.mauntic.crm.savedview.domain.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways to look at the list of contacts: the views to choose from and the columns.
 *
 * @param shown the columns of this list
 * @param chosen the view that this list began with, or null
 */
public record ViewChoice(
        List<View> views,
        List<ViewColumn> shown,
        Optional<View> chosen,
        String columnsAction,
        String saveAction,
        boolean mayShare) {

    /** A view to choose, or to change once it is chosen. */
    public record View(
            long id,
            String name,
            boolean shared,
            boolean mayChange,
            boolean changed,
            String href,
            String saveAction) {}

    static ViewChoice of(List<SavedView> all, ListQuestion question, Viewer viewer) {
        List<View> views = all.stream().map(view -> view(view, question, viewer)).toList();
        return new ViewChoice(
                views,
                question.shown(),
                views.stream()
                        .filter(view -> question.view != null && question.view == view.id())
                        .findFirst(),
                question.at(ListQuestion.LIST + "/columns"),
                question.at(ListQuestion.LIST + "/views"),
                viewer.mayShare());
    }

    public List<ViewColumn> columns() {
        return Stream.of(ViewColumn.values()).toList();
    }

    public boolean shows(ViewColumn column) {
        return shown.contains(column);
    }

    public boolean isChosen(View view) {
        return chosen.filter(view::equals).isPresent();
    }

    private static View view(SavedView kept, ListQuestion question, Viewer viewer) {
        ViewDetails details = kept.details().showable();
        return new View(
                kept.id(),
                details.name(),
                details.shared(),
                kept.isOf(viewer) || viewer.mayShare(),
                !question.named(details.name(), details.shared()).equals(details),
                ListQuestion.address(kept.id(), details),
                question.at(ListQuestion.LIST + "/views/" + kept.id()));
    }
}
