package io.mauntic.crm.contact.infrastructure;

import io.mauntic.crm.contact.application.ContactListing;
import io.mauntic.crm.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition of a list of contacts, with its parameters: the same for the page, the count and
 * the estimate.
 */
final class ContactFilter {

    private static final int MOST_WORDS = 6;
    // No character sorts behind it: a prefix and this one end the range of all texts with the
    // prefix.
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final List<String> SEARCHED =
            List.of("firstname_key", "lastname_key", "company_key", "email");

    private final List<Object> parameters = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    /**
     * @param containing whether the words may stand anywhere in the names: no index helps then, so
     *     it is the second choice
     */
    static ContactFilter of(ContactListing wanted, boolean containing) {
        ContactFilter filter = new ContactFilter();
        search(wanted)
                .ifPresent(
                        words ->
                                filter.conditions.add(
                                        containing
                                                ? filter.containing(words)
                                                : filter.beginning(words)));
        Optional.ofNullable(PlainText.clean(wanted.tag()))
                .ifPresent(tag -> filter.conditions.add(filter.next(tag) + " = any(tags)"));
        Optional.ofNullable(PlainText.clean(wanted.stage()))
                .ifPresent(stage -> filter.conditions.add("stage = " + filter.next(stage)));
        Optional.ofNullable(wanted.companyId())
                .ifPresent(
                        id ->
                                filter.conditions.add(
                                        "company_key = (select name_key from company where company.id = "
                                                + filter.next(id)
                                                + ")"));
        return filter;
    }

    static Optional<String> search(ContactListing wanted) {
        return Optional.ofNullable(PlainText.clean(wanted.search()))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** Adds a parameter and says how the statement names it. */
    String next(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    void add(String condition) {
        conditions.add(condition);
    }

    String where() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    // Each word begins one of the names, or all of them together do, as in "Van der Berg".
    private String beginning(String search) {
        String everyWord = words(search).map(this::prefix).collect(Collectors.joining(" and "));
        return search.indexOf(' ') < 0
                ? everyWord
                : "((" + everyWord + ") or " + prefix(search) + ")";
    }

    private String prefix(String text) {
        String from = next(text);
        String to = next(text + LAST);
        return SEARCHED.stream()
                .map(column -> "(%1$s >= %2$s and %1$s < %3$s)".formatted(column, from, to))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String containing(String search) {
        String names =
                SEARCHED.stream()
                        .map(column -> "coalesce(" + column + ", '')")
                        .collect(Collectors.joining(" || ' ' || "));
        return words(search)
                .map(word -> "position(" + next(word) + " in " + names + ") > 0")
                .collect(Collectors.joining(" and "));
    }

    private static Stream<String> words(String search) {
        return Stream.of(search.split("\\s+")).limit(MOST_WORDS);
    }
}
