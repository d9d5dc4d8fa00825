package io.mauntic.gateway.page;

import java.util.List;
import java.util.Optional;

/** The ways through the product, grouped by what people do; everyone sees what they may use. */
public final class Navigation {

    /** A page to go to. */
    public record Entry(String label, String icon, String href, String permission, boolean here) {}

    /** Entries under one heading. */
    public record Section(String label, List<Entry> entries) {}

    private Navigation() {}

    public static List<Section> of(Person person, ShellMessages words, String path) {
        return List.of(
                        section(
                                "",
                                entry(words.dashboard(), "home", "/app", "analytics:reports:read")),
                        section(
                                words.audience(),
                                entry(
                                        words.contacts(),
                                        "users",
                                        "/app/crm/contacts",
                                        "crm:contacts:read"),
                                entry(
                                        words.companies(),
                                        "building",
                                        "/app/crm/companies",
                                        "crm:companies:read"),
                                entry(
                                        words.segments(),
                                        "chart-pie",
                                        "/app/crm/segments",
                                        "crm:segments:read"),
                                entry(
                                        words.imports(),
                                        "file-import",
                                        "/app/crm/imports",
                                        "crm:imports:read")),
                        section(
                                words.engage(),
                                entry(
                                        words.campaigns(),
                                        "route",
                                        "/app/campaign/campaigns",
                                        "campaign:campaigns:read"),
                                entry(
                                        words.emails(),
                                        "mail",
                                        "/app/messaging/emails",
                                        "messaging:emails:read"),
                                entry(
                                        words.forms(),
                                        "forms",
                                        "/app/content/forms",
                                        "content:forms:read")),
                        section(
                                words.learn(),
                                entry(
                                        words.reports(),
                                        "report-analytics",
                                        "/app/analytics/reports",
                                        "analytics:reports:read")),
                        section(
                                words.connect(),
                                entry(
                                        words.webhooks(),
                                        "webhook",
                                        "/app/integrations/webhooks",
                                        "integrations:webhooks:read")),
                        section(
                                words.settings(),
                                entry(
                                        words.users(),
                                        "user-cog",
                                        "/app/identity/users",
                                        "identity:users:read"),
                                entry(
                                        words.roles(),
                                        "shield-lock",
                                        "/app/identity/roles",
                                        "identity:roles:read"),
                                entry(
                                        words.clients(),
                                        "plug",
                                        "/app/identity/clients",
                                        "identity:clients:read"),
                                entry(
                                        words.setAside(),
                                        "alert-circle",
                                        "/app/set-aside",
                                        "identity:organization:write")))
                .stream()
                .map(section -> visible(section, person, path))
                .filter(section -> !section.entries().isEmpty())
                .toList();
    }

    /** The few that fit at the bottom of a phone. */
    public static List<Entry> bottomOf(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> BOTTOM.contains(entry.href()))
                .toList();
    }

    /** What "New …" offers. */
    public static List<Entry> creations(Person person, ShellMessages words) {
        return List.of(
                        entry(
                                words.newContact(),
                                "user-plus",
                                "/app/crm/contacts/new",
                                "crm:contacts:write"),
                        entry(
                                words.newImport(),
                                "file-import",
                                "/app/crm/imports/new",
                                "crm:imports:write"),
                        entry(
                                words.newSegment(),
                                "chart-pie",
                                "/app/crm/segments/new",
                                "crm:segments:write"),
                        entry(
                                words.newEmail(),
                                "mail-plus",
                                "/app/messaging/emails/new",
                                "messaging:emails:write"),
                        entry(
                                words.newCampaign(),
                                "route",
                                "/app/campaign/campaigns/new",
                                "campaign:campaigns:write"),
                        entry(
                                words.newForm(),
                                "forms",
                                "/app/content/forms/new",
                                "content:forms:write"))
                .stream()
                .filter(entry -> person.may(entry.permission()))
                .toList();
    }

    private static final List<String> BOTTOM =
            List.of(
                    "/app",
                    "/app/crm/contacts",
                    "/app/campaign/campaigns",
                    "/app/messaging/emails");

    private static Section section(String label, Entry... entries) {
        return new Section(label, List.of(entries));
    }

    private static Entry entry(String label, String icon, String href, String permission) {
        return new Entry(label, icon, href, permission, false);
    }

    private static Section visible(Section section, Person person, String path) {
        return new Section(
                section.label(),
                section.entries().stream()
                        .filter(entry -> person.may(entry.permission()))
                        .map(entry -> marked(entry, path))
                        .toList());
    }

    private static Entry marked(Entry entry, String path) {
        var here =
                Optional.of(entry.href())
                        .filter(href -> !href.equals("/app"))
                        .map(href -> path.equals(href) || path.startsWith(href + "/"))
                        .orElse(path.equals("/app"));
        return new Entry(entry.label(), entry.icon(), entry.href(), entry.permission(), here);
    }
}
