package io.mauntic.crm.contact.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What shall change about a contact, whatever it holds now: tags to give, tags to take, points to
 * add.
 */
public record ContactChange(
        long contactId, SortedSet<String> addTags, SortedSet<String> removeTags, int pointsDelta) {

    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    /**
     * @throws io.mauntic.kernel.InvalidValues for tags that cannot be
     */
    public static ContactChange of(
            long contactId,
            Collection<String> addTags,
            Collection<String> removeTags,
            int pointsDelta) {
        ContactRules rules = new ContactRules();
        ContactChange change =
                new ContactChange(
                        contactId,
                        rules.tags(addTags, NONE),
                        rules.tags(removeTags, NONE),
                        rules.points(pointsDelta));
        rules.refuseViolations();
        return change;
    }

    /** Both changes as one: the later one decides where they disagree. */
    public ContactChange then(ContactChange later) {
        return new ContactChange(
                contactId,
                without(addTags, later.removeTags, later.addTags),
                without(removeTags, later.addTags, later.removeTags),
                Math.clamp(
                        (long) pointsDelta + later.pointsDelta,
                        -ContactRules.MOST_POINTS,
                        ContactRules.MOST_POINTS));
    }

    private static SortedSet<String> without(
            SortedSet<String> earlier, SortedSet<String> withdrawn, SortedSet<String> later) {
        SortedSet<String> tags = new TreeSet<>(earlier);
        tags.removeAll(withdrawn);
        tags.addAll(later);
        return tags;
    }
}
