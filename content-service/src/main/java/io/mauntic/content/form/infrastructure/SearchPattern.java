package io.mauntic.content.form.infrastructure;

/** What a person typed, as a pattern of {@code ilike}. */
final class SearchPattern {

    private SearchPattern() {}

    /** Empty when there is nothing to search for. */
    static String containing(String search) {
        if (search == null || search.isBlank()) {
            return "";
        }
        return "%"
                + search.strip()
                        .replace("\u0000", "")
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
