package io.mauntic.gateway.search;

import io.mauntic.gateway.Service;
import io.mauntic.gateway.page.ShellMessages;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be searched for, and where its list and its pages are. */
enum Kind {
    CONTACT(Service.CRM, "contacts", "user", ShellMessages::contacts),
    COMPANY(Service.CRM, "companies", "building", ShellMessages::companies),
    SEGMENT(Service.CRM, "segments", "chart-pie", ShellMessages::segments),
    CAMPAIGN(Service.CAMPAIGN, "campaigns", "route", ShellMessages::campaigns),
    EMAIL(Service.MESSAGING, "emails", "mail", ShellMessages::emails),
    FORM(Service.CONTENT, "forms", "forms", ShellMessages::forms);

    private final Service service;
    private final String list;
    private final String icon;
    private final Function<ShellMessages, String> label;

    Kind(Service service, String list, String icon, Function<ShellMessages, String> label) {
        this.service = service;
        this.list = list;
        this.icon = icon;
        this.label = label;
    }

    Service service() {
        return service;
    }

    String icon() {
        return icon;
    }

    String label(ShellMessages words) {
        return label.apply(words);
    }

    String permission() {
        return "%s:%s:read".formatted(service.path(), list);
    }

    String api() {
        return "/api/%s/%s".formatted(service.path(), list);
    }

    String page() {
        return "/app/%s/%s".formatted(service.path(), list);
    }

    /** A contact has no name of its own kind: what is known of the person makes one. */
    String titleOf(JsonObject item) {
        if (this != CONTACT) {
            return item.getString("name", "");
        }
        var name = joined(item, " ", "firstname", "lastname");
        return name.isEmpty() ? joined(item, "", "email") : name;
    }

    String hintOf(JsonObject item) {
        return switch (this) {
            case CONTACT -> joined(item, " · ", "email", "company");
            case EMAIL -> joined(item, "", "subject");
            default -> "";
        };
    }

    private static String joined(JsonObject item, String between, String... names) {
        return Stream.of(names)
                .map(item::getString)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(between));
    }
}
