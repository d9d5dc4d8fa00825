package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.crm.segment.application.SegmentDraft;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kit.drafts.Draft;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.drafts.Fingerprint;
import io.mauntic.ui.BuilderPlace;
import io.mauntic.ui.BuilderState;
import io.mauntic.ui.FormErrors;
import java.util.List;
import java.util.Map;

/**
 * The form of a segment, new or edited.
 *
 * @param id null for a new one
 */
public record SegmentForm(
        Long id,
        String name,
        String description,
        FilterBuilder filter,
        FormErrors errors,
        BuilderState state) {

    static SegmentForm of(Long id, SegmentDraft saved) {
        return new SegmentForm(
                id,
                saved.name(),
                saved.description().orElse(""),
                FilterBuilder.of(FilterNode.of(saved.tree()), FormErrors.none()),
                FormErrors.none(),
                BuilderState.fresh(place(id).draft(), base(saved)));
    }

    static SegmentForm blank() {
        FilterNode.Group oneRule = new FilterNode.Group("all", List.of(FilterNode.Rule.blank()));
        return new SegmentForm(
                null,
                "",
                "",
                FilterBuilder.of(oneRule, FormErrors.none()),
                FormErrors.none(),
                BuilderState.fresh(place(null).draft(), ""));
    }

    /** As it was left. */
    static SegmentForm of(Long id, Draft draft) {
        return of(id, draft.values(), FormErrors.none())
                .with(
                        BuilderState.kept(
                                place(id).draft(),
                                draft.base(),
                                draft.revision(),
                                draft.savedAt()));
    }

    /** As it was sent. */
    static SegmentForm of(Long id, Map<String, List<String>> sent, FormErrors errors) {
        return of(id, sent, FilterNode.of(sent), errors);
    }

    static SegmentForm of(
            Long id, Map<String, List<String>> sent, FilterNode.Group filter, FormErrors errors) {
        return new SegmentForm(
                id,
                FilterNode.first(sent, "name", ""),
                FilterNode.first(sent, "description", ""),
                FilterBuilder.of(filter, errors),
                errors,
                BuilderState.kept(
                        place(id).draft(), Drafts.base(sent), Drafts.revision(sent), null));
    }

    SegmentForm with(BuilderState other) {
        return new SegmentForm(id, name, description, filter, errors, other);
    }

    static BuilderPlace place(Long id) {
        return new BuilderPlace(SegmentPages.LIST, id);
    }

    /** Tells whether a segment is still the one that was edited. */
    static String base(SegmentDraft saved) {
        return Fingerprint.of(saved.name(), saved.description().orElse(""), saved.tree());
    }

    /**
     * @throws InvalidValues naming what does not fit, in the words of the contract
     */
    static SegmentDraft draft(Map<String, List<String>> sent) {
        return SegmentDraft.of(
                FilterNode.first(sent, "name", ""),
                FilterNode.first(sent, "description", ""),
                FilterNode.of(sent).tree());
    }

    /**
     * @throws InvalidValues naming what is new and does not fit
     */
    static SegmentDraft edited(SegmentDraft before, Map<String, List<String>> sent) {
        FilterNode.Group filter = FilterNode.of(sent);
        return before.edited(
                FilterNode.first(sent, "name", ""),
                FilterNode.first(sent, "description", ""),
                filter.equals(FilterNode.of(before.tree())) ? before.tree() : filter.tree());
    }

    public String address() {
        return place(id).edit();
    }

    public String back() {
        return place(id).back();
    }
}
