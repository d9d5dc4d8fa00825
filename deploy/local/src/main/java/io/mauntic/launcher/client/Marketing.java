package io.mauntic.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a marketer does to get a campaign going, as calls of the public API. */
public final class Marketing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "mauntic-launcher-boundary";
    private static final Set<String> ENDED = Set.of("finished", "failed", "cancelled");

    private final ApiClient api;

    public Marketing(ApiClient api) {
        this.api = api;
    }

    public ApiClient api() {
        return api;
    }

    /** Uploads a CSV of any length, in constant memory; returns the import's id. */
    public long startImport(InputStream csv) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"contacts.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(BOUNDARY);
        String tail = "\r\n--%s--\r\n".formatted(BOUNDARY);
        InputStream body =
                new SequenceInputStream(new SequenceInputStream(stream(head), csv), stream(tail));
        return api.post(
                        "/api/crm/imports",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        BodyPublishers.ofInputStream(() -> body))
                .path("id")
                .asLong();
    }

    /** Waits until the import has ended and returns it. */
    public JsonNode awaitImport(long id, Duration limit) {
        String path = "/api/crm/imports/" + id;
        Await.until(
                "import %d ends".formatted(id),
                limit,
                () -> ENDED.contains(api.get(path).path("status").asText()));
        return api.get(path);
    }

    public long segment(String name, String field, String value) {
        ObjectNode rule =
                JSON.createObjectNode()
                        .put("field", field)
                        .put("operator", "equals")
                        .put("value", value);
        return segment(name, "all", List.of(rule));
    }

    public long segment(String name, String match, List<ObjectNode> rules) {
        ObjectNode segment = JSON.createObjectNode().put("name", name);
        ObjectNode filter = segment.putObject("filter").put("match", match);
        ArrayNode list = filter.putArray("rules");
        rules.forEach(list::add);
        return api.post("/api/crm/segments", segment).path("id").asLong();
    }

    public void awaitMembers(long segment, long members, Duration limit) {
        Await.until(
                "segment %d has %d members".formatted(segment, members),
                limit,
                () -> api.get("/api/crm/segments/" + segment).path("members").asLong() >= members);
    }

    public long email(String name, String subject, String html) {
        ObjectNode email =
                JSON.createObjectNode()
                        .put("name", name)
                        .put("subject", subject)
                        .put("html", html)
                        .put("fromName", "Demo Company")
                        .put("fromAddress", "hello@demo.example");
        return api.post("/api/messaging/emails", email).path("id").asLong();
    }

    /** A campaign that sends one email to a segment's members at once; published. */
    public long broadcast(String name, long segment, long email) {
        ObjectNode send =
                JSON.createObjectNode()
                        .put("key", "send")
                        .put("type", "action")
                        .put("kind", "email.send");
        send.putObject("properties").put("emailId", email);
        send.putObject("schedule").put("mode", "immediate");
        return publish(name, segment, List.of(send));
    }

    public long publish(String name, long segment, List<ObjectNode> events) {
        ObjectNode campaign = JSON.createObjectNode().put("name", name);
        campaign.putArray("sources").addObject().put("type", "segment").put("id", segment);
        ArrayNode list = campaign.putArray("events");
        events.forEach(list::add);
        long id = api.post("/api/campaign/campaigns", campaign).path("id").asLong();
        api.post("/api/campaign/campaigns/" + id + "/publish", "");
        return id;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
