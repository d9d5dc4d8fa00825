package io.mauntic.crm.segment.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.crm.segment.domain.Match;
import io.mauntic.kernel.InvalidValues;
import java.util.Optional;

/**
 * What a person says about a segment, checked.
 *
 * @param tree the filter as it was written, which is how it is stored and shown again
 * @param filter the same filter, understood
 */
public record SegmentDraft(
        String name, Optional<String> description, ObjectNode tree, Filter.Group filter) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;

    /** As it was stored, under rules that may have been others. */
    public static SegmentDraft stored(String name, Optional<String> description, ObjectNode tree) {
        return new SegmentDraft(
                name, description, tree, FilterReader.stored(tree).orElse(Filter.NOBODY));
    }

    /**
     * An edit: what is as it was is trusted, so that a rule that was tightened keeps nobody from
     * editing.
     *
     * @throws InvalidValues naming what is new and does not fit
     */
    public SegmentDraft edited(String newName, String newDescription, ObjectNode newTree) {
        ObjectNode written = newTree == null ? noRules() : newTree;
        return new SegmentDraft(
                name.equals(newName) ? name : name(newName),
                description.isPresent() && description.get().equals(newDescription)
                        ? description
                        : description(newDescription),
                written,
                tree.equals(written) ? filter : FilterReader.read(written));
    }

    /**
     * @throws InvalidValues naming what does not fit
     */
    public static SegmentDraft of(String name, String description, ObjectNode tree) {
        ObjectNode written = tree == null ? noRules() : tree;
        return new SegmentDraft(
                name(name), description(description), written, FilterReader.read(written));
    }

    static String name(String name) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || hasControls(stripped)) {
            throw new InvalidValues(
                    "name",
                    "Give the segment a name of at most %d characters.".formatted(LONGEST_NAME));
        }
        return stripped;
    }

    static Optional<String> description(String description) {
        Optional<String> stripped =
                Optional.ofNullable(description).map(String::strip).filter(text -> !text.isEmpty());
        if (stripped.filter(text -> text.length() > LONGEST_DESCRIPTION || text.indexOf('\0') >= 0)
                .isPresent()) {
            throw new InvalidValues(
                    "description",
                    "A description has at most %,d characters.".formatted(LONGEST_DESCRIPTION));
        }
        return stripped;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static ObjectNode noRules() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("match", Match.ALL.text());
        tree.putArray("rules");
        return tree;
    }
}
