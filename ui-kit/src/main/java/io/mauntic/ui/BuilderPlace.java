package io.mauntic.ui;

/**
 * Where a thing is built.
 *
 * @param list the address of all of its kind, such as {@code /app/crm/segments}
 * @param id null for a new one
 */
public record BuilderPlace(String list, Long id) {

    /** Where the form is shown, and posted to. */
    public String edit() {
        return id == null ? list + "/new" : back() + "/edit";
    }

    /** The thing's own page; the list while there is none. */
    public String back() {
        return id == null ? list : list + "/" + id;
    }

    /** Where its draft is kept, a part of a page. */
    public String draft() {
        return list.replaceFirst("^/app/", "/ui/") + "/" + name() + "/draft";
    }

    /** By what its draft is found, such as {@code segments/42}. */
    public String thing() {
        return list.substring(list.lastIndexOf('/') + 1) + "/" + name();
    }

    private String name() {
        return id == null ? "new" : id.toString();
    }
}
