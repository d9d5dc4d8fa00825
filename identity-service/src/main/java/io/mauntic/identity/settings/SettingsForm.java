package io.mauntic.identity.settings;

import io.mauntic.kit.organization.Brand;
import io.mauntic.kit.organization.Retention;
import io.mauntic.kit.organization.Sender;
import io.mauntic.kit.organization.Settings;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What stands in the fields of the settings, by their names in the contract. */
public record SettingsForm(Map<String, String> values) {

    static SettingsForm of(Settings settings) {
        Map<String, String> values = new HashMap<>();
        values.put("timeZone", settings.timeZone());
        values.put("language", settings.language());
        values.put("currency", settings.currency());
        values.put("brand.primaryColor", settings.brand().primaryColor());
        values.put("brand.textColor", settings.brand().textColor());
        values.put("brand.backgroundColor", settings.brand().backgroundColor());
        values.put("brand.font", settings.brand().font());
        values.put("postalAddress", settings.postalAddress());
        values.put("sender.name", settings.sender().name());
        values.put("sender.address", settings.sender().address());
        values.put("retention.timelineMonths", settings.retention().timelineMonths().toString());
        values.put(
                "retention.deliveriesMonths", settings.retention().deliveriesMonths().toString());
        values.put("retention.logsMonths", settings.retention().logsMonths().toString());
        return new SettingsForm(values);
    }

    /** What was typed, and where nothing was, what there is. */
    SettingsForm typed(MultivaluedMap<String, String> typed) {
        Map<String, String> merged = new HashMap<>(values);
        values.keySet().stream()
                .filter(typed::containsKey)
                .forEach(name -> merged.put(name, typed.getFirst(name)));
        return new SettingsForm(merged);
    }

    Settings settings() {
        return new Settings(
                value("timeZone"),
                value("language"),
                value("currency"),
                new Brand(
                        value("brand.primaryColor"),
                        value("brand.textColor"),
                        value("brand.backgroundColor"),
                        value("brand.font")),
                value("postalAddress"),
                new Sender(value("sender.name"), value("sender.address")),
                new Retention(
                        number("retention.timelineMonths"),
                        number("retention.deliveriesMonths"),
                        number("retention.logsMonths")));
    }

    /** Never null. */
    public String value(String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }

    private int number(String field) {
        String typed = value(field).strip();
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
