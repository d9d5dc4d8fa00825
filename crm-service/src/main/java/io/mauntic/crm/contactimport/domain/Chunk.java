package io.mauntic.crm.contactimport.domain;

import io.mauntic.crm.contact.domain.ContactDetails;
import io.mauntic.crm.contactimport.domain.ImportedRow.Empty;
import io.mauntic.crm.contactimport.domain.ImportedRow.Ready;
import io.mauntic.crm.contactimport.domain.ImportedRow.Rejected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows that are loaded together. Rows with one address are one contact: the later row adds to the
 * earlier, as if it came later.
 */
public final class Chunk {

    private final Map<String, ContactDetails> contacts = new LinkedHashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int rows;
    private int empty;

    public void add(ImportedRow row) {
        rows++;
        switch (row) {
            case Empty _ -> empty++;
            case Rejected bad -> rejected.add(bad);
            case Ready ready ->
                    contacts.merge(ready.contact().email(), ready.contact(), Chunk::added);
        }
    }

    public Collection<ContactDetails> contacts() {
        return contacts.values();
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    public int rows() {
        return rows;
    }

    public int empty() {
        return empty;
    }

    /** Rows that became contacts, or parts of one. */
    public int ready() {
        return rows - empty - rejected.size();
    }

    private static ContactDetails added(ContactDetails first, ContactDetails later) {
        SortedSet<String> tags = new TreeSet<>(first.tags());
        tags.addAll(later.tags());
        SortedMap<String, Object> fields = new TreeMap<>(first.fields());
        fields.putAll(later.fields());
        return new ContactDetails(
                        or(later.firstname(), first.firstname()),
                        or(later.lastname(), first.lastname()),
                        first.email(),
                        or(later.phone(), first.phone()),
                        or(later.company(), first.company()),
                        or(later.position(), first.position()),
                        or(later.country(), first.country()),
                        or(later.city(), first.city()),
                        first.points(),
                        or(later.stage(), first.stage()),
                        tags,
                        fields)
                .checked();
    }

    private static String or(String later, String first) {
        return later == null ? first : later;
    }
}
