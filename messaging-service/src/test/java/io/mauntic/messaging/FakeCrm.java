package io.mauntic.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mauntic.kernel.OrganizationId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The lookup and the search of crm's contract, over HTTP. */
public final class FakeCrm {

    public static final FakeCrm RUNNING = new FakeCrm();

    private static final AtomicLong LAST_ID = new AtomicLong(100);

    private final HttpServer server;
    private final Map<String, JsonObject> contacts = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();

    private FakeCrm() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 100);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/crm/contacts", this::search);
        server.createContext("/api/crm/contacts/lookup", this::lookup);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A new contact's id. */
    public long contact(
            OrganizationId organization, String firstname, String email, String... doNotContact) {
        long id = LAST_ID.incrementAndGet();
        contact(organization, id, firstname, email, doNotContact);
        return id;
    }

    public void contact(
            OrganizationId organization,
            long id,
            String firstname,
            String email,
            String... doNotContact) {
        JsonObject contact =
                new JsonObject()
                        .put("id", id)
                        .put("firstname", firstname)
                        .put("points", 0)
                        .put("tags", new JsonArray())
                        .put("fields", new JsonObject())
                        .put("doNotContact", JsonArray.of((Object[]) doNotContact))
                        .put("createdAt", "2026-11-21T12:00:00Z")
                        .put("updatedAt", "2026-11-21T12:00:00Z");
        if (email != null) {
            contact.put("email", email);
        }
        contacts.put(organization + "/" + id, contact);
    }

    public int lookups() {
        return lookups.get();
    }

    private void lookup(HttpExchange exchange) throws IOException {
        lookups.incrementAndGet();
        String organization = exchange.getRequestHeaders().getFirst("X-Mauntic-Organization");
        JsonObject request =
                new JsonObject(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        JsonArray items = new JsonArray();
        for (Object id : request.getJsonArray("ids")) {
            JsonObject contact = contacts.get(organization + "/" + id);
            if (contact != null) {
                items.add(contact);
            }
        }
        answer(exchange, new JsonObject().put("items", items));
    }

    private void search(HttpExchange exchange) throws IOException {
        String organization = exchange.getRequestHeaders().getFirst("X-Mauntic-Organization");
        String query = exchange.getRequestURI().getQuery().toLowerCase(Locale.ROOT) + "&";
        JsonArray items = new JsonArray();
        contacts.entrySet().stream()
                .filter(contact -> contact.getKey().startsWith(organization + "/"))
                .map(Map.Entry::getValue)
                .filter(contact -> contact.containsKey("email"))
                .filter(
                        contact ->
                                query.contains(
                                        "search="
                                                + contact.getString("email")
                                                        .toLowerCase(Locale.ROOT)
                                                + "&"))
                .forEach(items::add);
        answer(
                exchange,
                new JsonObject()
                        .put("items", items)
                        .put("total", items.size())
                        .put("totalEstimated", false)
                        .put("page", 1)
                        .put("limit", 10)
                        .put("totalPages", 1));
    }

    private static void answer(HttpExchange exchange, JsonObject content) throws IOException {
        byte[] answer = content.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
