package io.mauntic.ui;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The addresses that a list's parts link to: this page with another sort, filter, search or page.
 *
 * @param path the address people see, {@code /app/crm/contacts}
 * @param query the parameters of the present request, first value each
 * @param list the id of the region that such links replace
 */
public record PageLinks(String path, Map<String, String> query, String list) {

    /** A hidden field that carries a parameter through the search form. */
    public record Parameter(String name, String value) {}

    private static final Set<String> NOT_KEPT_BY_SEARCH = Set.of("search", "page", "cursor");

    public static PageLinks of(UriInfo uri) {
        return of(uri, "list");
    }

    /** For a page with several lists; {@code list} names the region of this one. */
    public static PageLinks of(UriInfo uri, String list) {
        var query = new TreeMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> query.put(name, values.getFirst()));
        return new PageLinks(uri.getPath().replaceFirst("^/?ui/", "/app/"), query, list);
    }

    /** The value of a parameter, empty when it is not there. */
    public String value(String name) {
        return query.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return !value(name).isEmpty();
    }

    /** With another value of a parameter, from the first page. */
    public String with(String name, Object value) {
        var changed = fromFirstPage();
        changed.put(name, String.valueOf(value));
        return address(changed);
    }

    public String without(String name) {
        var changed = fromFirstPage();
        changed.remove(name);
        return address(changed);
    }

    public String page(long page) {
        var changed = fromFirstPage();
        if (page > 1) {
            changed.put("page", Long.toString(page));
        }
        return address(changed);
    }

    /** Sorted by a key; a second click turns the direction. */
    public String sortedBy(String key) {
        var changed = fromFirstPage();
        changed.put("orderBy", key);
        changed.put("orderDir", "ascending".equals(sortOf(key)) ? "desc" : "asc");
        return address(changed);
    }

    /** {@code ascending}, {@code descending} or {@code none}: the value of {@code aria-sort}. */
    public String sortOf(String key) {
        if (!key.equals(query.get("orderBy"))) {
            return "none";
        }
        return "desc".equalsIgnoreCase(query.get("orderDir")) ? "descending" : "ascending";
    }

    public List<Parameter> kept() {
        return query.entrySet().stream()
                .filter(entry -> !NOT_KEPT_BY_SEARCH.contains(entry.getKey()))
                .map(entry -> new Parameter(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<String, String> fromFirstPage() {
        var changed = new TreeMap<>(query);
        changed.remove("page");
        changed.remove("cursor");
        return changed;
    }

    private String address(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return path;
        }
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
