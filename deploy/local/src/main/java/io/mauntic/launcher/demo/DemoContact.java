package io.mauntic.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mauntic.launcher.client.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A contact as the demo's history needs it. */
record DemoContact(long id, String email, String firstname, String stage) {
    static List<DemoContact> all(ApiClient api) {
        List<DemoContact> contacts = new ArrayList<>();
        String cursor = null;
        do {
            String from =
                    cursor == null
                            ? ""
                            : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            JsonNode page = api.get("/api/crm/contacts?limit=100&orderBy=createdAt" + from);
            page.path("items").forEach(item -> contacts.add(of(item)));
            cursor = page.path("nextCursor").asText(null);
        } while (cursor != null && !cursor.isEmpty());
        return contacts;
    }

    boolean customer() {
        return stage.equals("Customer");
    }

    private static DemoContact of(JsonNode item) {
        return new DemoContact(
                item.path("id").asLong(),
                item.path("email").asText(),
                item.path("firstname").asText(),
                item.path("stage").asText());
    }
}
