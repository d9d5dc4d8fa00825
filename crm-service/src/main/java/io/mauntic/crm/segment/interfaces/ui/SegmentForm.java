package io.mauntic.crm.segment.interfaces.ui;

import io.mauntic.crm.segment.application.SegmentDraft;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.ui.FormErrors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

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
        List<String> tags) {

    static SegmentForm of(Long id, SegmentDraft draft, List<String> tags) {
        return new SegmentForm(
                id,
                draft.name(),
                draft.description().orElse(""),
                FilterBuilder.of(FilterNode.of(draft.tree()), FormErrors.none()),
                FormErrors.none(),
                tags);
    }

    static SegmentForm blank(List<String> tags) {
        FilterNode.Group oneRule = new FilterNode.Group("all", List.of(FilterNode.Rule.blank()));
        return new SegmentForm(
                null,
                "",
                "",
                FilterBuilder.of(oneRule, FormErrors.none()),
                FormErrors.none(),
                tags);
    }

    static SegmentForm of(
            Long id,
            MultivaluedMap<String, String> sent,
            FilterNode.Group filter,
            FormErrors errors,
            List<String> tags) {
        return new SegmentForm(
                id,
                sent.getFirst("name"),
                sent.getFirst("description"),
                FilterBuilder.of(filter, errors),
                errors,
                tags);
    }

    /**
     * @throws InvalidValues naming what does not fit, in the words of the contract
     */
    static SegmentDraft draft(MultivaluedMap<String, String> sent) {
        return SegmentDraft.of(
                sent.getFirst("name"), sent.getFirst("description"), FilterNode.of(sent).tree());
    }

    /** Where the form is shown, and posted to. */
    public String address() {
        return id == null ? "/app/crm/segments/new" : back() + "/edit";
    }

    public String back() {
        return id == null ? "/app/crm/segments" : "/app/crm/segments/" + id;
    }
}
