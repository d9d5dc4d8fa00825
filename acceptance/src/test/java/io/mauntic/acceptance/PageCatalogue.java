package io.mauntic.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses of the product's pages, by the name of their picture. */
final class PageCatalogue {

    private static final List<String> ENTRANCES =
            List.of(
                    "crm/contacts",
                    "crm/contacts/new",
                    "crm/companies",
                    "crm/segments",
                    "crm/segments/new",
                    "crm/imports",
                    "crm/imports/new",
                    "campaign/campaigns",
                    "campaign/campaigns/new",
                    "messaging/emails",
                    "messaging/emails/new",
                    "content/forms",
                    "content/forms/new",
                    "analytics/reports",
                    "integrations/webhooks",
                    "integrations/webhooks/new",
                    "identity/users",
                    "identity/roles",
                    "identity/clients");

    private static final List<String> PLACES =
            List.of(
                    "crm/companies/new",
                    "crm/contacts?search=a&orderBy=points&orderDir=desc",
                    "crm/contacts?search=nobody-is-called-so",
                    "analytics/reports?from=2026-03-03&to=2026-03-01",
                    "analytics/notifications",
                    "content/site",
                    "identity/users/new",
                    "identity/roles/new",
                    "identity/clients/new");

    private PageCatalogue() {}

    /** What the navigation and its main buttons lead to: there from the first day. */
    static Map<String, String> entrances() {
        Map<String, String> pages = new LinkedHashMap<>(Map.of("dashboard", "/app"));
        ENTRANCES.forEach(page -> pages.put(name(page), "/app/" + page));
        return pages;
    }

    /** Details, builders and what a search answers, with something to show on each. */
    static Map<String, String> places(Api api) {
        Map<String, String> pages = new LinkedHashMap<>();
        PLACES.forEach(page -> pages.put(name(page), "/app/" + page));
        String name = "Catalogue " + Long.toString(System.nanoTime(), 36);
        put(pages, "crm/contacts", contact(api), "", "/edit", "/erase");
        put(pages, "crm/companies", first(api, "crm/companies", named(name)), "", "/edit");
        long segment = first(api, "crm/segments", named(name));
        put(pages, "crm/segments", segment, "", "/edit", "/delete");
        put(pages, "crm/imports", rejected(api), "");
        long email = first(api, "messaging/emails", email(name));
        put(pages, "messaging/emails", email, "", "/edit", "/preview");
        long campaign = first(api, "campaign/campaigns", campaign(name, segment, email));
        put(pages, "campaign/campaigns", campaign, "", "/edit", "/log");
        long form = first(api, "content/forms", form(name));
        put(pages, "content/forms", form, "", "/edit", "/submissions", "/delete");
        pages.put(
                "hosted-form",
                "/f/" + api.get("/api/content/forms/" + form).path("alias").asText());
        long webhook = first(api, "integrations/webhooks", webhook(name));
        put(pages, "integrations/webhooks", webhook, "", "/edit", "/rotate-secret", "/delete");
        newest(api, "integrations/webhooks/" + webhook + "/deliveries")
                .ifPresent(
                        delivery ->
                                pages.put(
                                        "integrations-delivery",
                                        "/app/integrations/webhooks/%d/deliveries/%s"
                                                .formatted(webhook, delivery)));
        return pages;
    }

    private static void put(Map<String, String> pages, String list, long id, String... endings) {
        Stream.of(endings)
                .forEach(
                        ending ->
                                pages.put(
                                        name(list + "/one" + ending),
                                        "/app/%s/%d%s".formatted(list, id, ending)));
    }

    private static String name(String page) {
        return page.replaceAll("[/?&=]+", "-");
    }

    private static long first(Api api, String list, String otherwise) {
        return newest(api, list)
                .map(Long::parseLong)
                .orElseGet(() -> api.create("/api/" + list, otherwise).path("id").asLong());
    }

    private static Optional<String> newest(Api api, String list) {
        JsonNode items = api.get("/api/" + list + "?limit=1").path("items");
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0).path("id").asText());
    }

    // Whoever clicked has the longest story.
    private static long contact(Api api) {
        JsonNode active = api.get("/api/crm/contacts?limit=1&orderBy=points&orderDir=desc");
        return active.path("items").isEmpty()
                ? api.create("/api/crm/contacts", "{\"firstname\": \"Ada\"}").path("id").asLong()
                : active.path("items").get(0).path("id").asLong();
    }

    private static long rejected(Api api) {
        long id = api.importCsv("email,city\nnot an address,London\nada@example.org,Paris\n");
        Eventually.until(
                "the import ends",
                () -> api.get("/api/crm/imports/" + id).path("status").asText().equals("finished"));
        return id;
    }

    private static String named(String name) {
        return "{\"name\": \"%s\"}".formatted(name);
    }

    private static String email(String name) {
        return """
               {"name": "%s", "subject": "Hello", "html": "<p>Hello <a href='{{ unsubscribe_url }}'>stop</a></p>",
                "fromName": "Ada", "fromAddress": "ada@example.org"}
               """
                .formatted(name);
    }

    private static String campaign(String name, long segment, long email) {
        return """
               {"name": "%s", "sources": [{"type": "segment", "id": %d}],
                "events": [{"key": "send", "type": "action", "kind": "email.send", "properties": {"emailId": %d}},
                           {"key": "open", "type": "decision", "kind": "email.open", "parent": "send"}]}
               """
                .formatted(name, segment, email);
    }

    private static String form(String name) {
        return """
               {"name": "%1$s", "alias": "%2$s", "fields": [{"alias": "email", "label": "Email", "type": "email", "required": true, "mapsTo": "email"}]}
               """
                .formatted(name, name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static String webhook(String name) {
        return "{\"name\": \"%s\", \"url\": \"https://example.org/hook\", \"events\": [\"*\"]}"
                .formatted(name);
    }
}
