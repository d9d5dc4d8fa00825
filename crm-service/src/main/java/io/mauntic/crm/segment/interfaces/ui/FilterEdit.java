package io.mauntic.crm.segment.interfaces.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * What a button of the builder does to the filter: {@code rule:0-1}, {@code group:0} or {@code
 * remove:0-1-2}.
 */
final class FilterEdit {

    private FilterEdit() {}

    static FilterNode.Group apply(FilterNode.Group root, String action) {
        String[] parts = (action == null ? "" : action).split(":", 2);
        if (parts.length < 2) {
            return root;
        }
        return switch (parts[0]) {
            case "rule" ->
                    (FilterNode.Group)
                            changed(root, "0", parts[1], List.of(FilterNode.Rule.blank()), false);
            case "group" ->
                    (FilterNode.Group)
                            changed(
                                    root,
                                    "0",
                                    parts[1],
                                    List.of(
                                            new FilterNode.Group(
                                                    "any", List.of(FilterNode.Rule.blank()))),
                                    false);
            case "remove" -> (FilterNode.Group) changed(root, "0", parts[1], List.of(), true);
            default -> root;
        };
    }

    private static FilterNode changed(
            FilterNode node, String path, String target, List<FilterNode> added, boolean remove) {
        if (!(node instanceof FilterNode.Group group)) {
            return node;
        }
        List<FilterNode> children = new ArrayList<>();
        for (int i = 0; i < group.children().size(); i++) {
            String child = path + "-" + i;
            if (!remove || !child.equals(target)) {
                children.add(changed(group.children().get(i), child, target, added, remove));
            }
        }
        if (path.equals(target)) {
            children.addAll(added);
        }
        return new FilterNode.Group(group.match(), children);
    }
}
