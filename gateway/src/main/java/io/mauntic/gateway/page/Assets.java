package io.mauntic.gateway.page;

/** Where the libraries are, with their versions in the address so that browsers may keep them. */
public record Assets(
        String tabler,
        String tablerScript,
        String icons,
        String htmx,
        String chart,
        String sortable,
        String select,
        String selectStyle,
        String selectTheme) {

    /** The versions that the root pom pins, found by the names of the folders in the jars. */
    static Assets of(Versions versions) {
        return new Assets(
                webjar("tabler__core", versions.tabler(), "dist/css/tabler.min.css"),
                webjar("tabler__core", versions.tabler(), "dist/js/tabler.min.js"),
                webjar(
                        "tabler__icons-webfont",
                        versions.icons(),
                        "dist/tabler-icons-outline.min.css"),
                webjar("htmx.org", versions.htmx(), "dist/htmx.min.js"),
                webjar("chart.js", versions.chart(), "dist/chart.umd.min.js"),
                webjar("sortablejs", versions.sortable(), "Sortable.min.js"),
                webjar("tom-select", versions.select(), "dist/js/tom-select.complete.min.js"),
                webjar("tom-select", versions.select(), "dist/css/tom-select.bootstrap5.min.css"),
                webjar("tabler__core", versions.tabler(), "dist/css/tabler-vendors.min.css"));
    }

    private static String webjar(String name, String version, String file) {
        return "/webjars/%s/%s/%s".formatted(name, version, file);
    }
}
