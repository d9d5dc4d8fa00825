package io.mauntic.campaign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mauntic.kernel.OrganizationId;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers for crm and messaging at a real socket, with what a test gives an organization. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, ConcurrentSkipListSet<Long>> SEGMENTS =
            new ConcurrentHashMap<>();
    private static final Map<String, String> EMAILS = new ConcurrentHashMap<>();
    private static final Map<String, JsonObject> CONTACTS = new ConcurrentHashMap<>();
    private static final AtomicBoolean DOWN = new AtomicBoolean();
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "/api/(crm/segments|crm/contacts|messaging/emails)(?:/(\\d+|lookup))?(/member-ids)?");

    private HttpServer server;

    public static void segment(OrganizationId organization, long id, Long... members) {
        SEGMENTS.computeIfAbsent(organization + "/" + id, _ -> new ConcurrentSkipListSet<>())
                .addAll(List.of(members));
    }

    public static void email(OrganizationId organization, long id, String name) {
        EMAILS.put(organization + "/" + id, name);
    }

    public static void contact(OrganizationId organization, long id, JsonObject values) {
        JsonObject contact =
                new JsonObject()
                        .put("id", id)
                        .put("points", 0)
                        .put("tags", new JsonArray())
                        .put("fields", new JsonObject())
                        .put("doNotContact", new JsonArray())
                        .put("createdAt", "2026-01-01T00:00:00Z")
                        .put("updatedAt", "2026-01-01T00:00:00Z");
        CONTACTS.put(organization + "/" + id, contact.mergeIn(values));
    }

    /** Has every call fail for the time being. */
    public static void down(boolean down) {
        DOWN.set(down);
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", Neighbours::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "mauntic.crm.url",
                url,
                "mauntic.messaging.url",
                url,
                "quarkus.oidc-client.client-enabled",
                "false");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void serve(HttpExchange exchange) throws IOException {
        String organization = exchange.getRequestHeaders().getFirst("X-Mauntic-Organization");
        Matcher address = ADDRESS.matcher(exchange.getRequestURI().getPath());
        Optional<JsonObject> answer =
                address.matches() ? answer(exchange, organization, address) : Optional.empty();
        byte[] body =
                answer.orElseGet(
                                () -> new JsonObject().put("title", "Not found").put("status", 404))
                        .toBuffer()
                        .getBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(
                DOWN.get() ? 503 : answer.isPresent() ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Optional<JsonObject> answer(
            HttpExchange exchange, String organization, Matcher address) throws IOException {
        String id = address.group(2);
        return switch (address.group(1)) {
            case "crm/contacts" -> Optional.of(lookup(organization, exchange));
            case "messaging/emails" ->
                    id == null
                            ? Optional.of(emails(organization))
                            : Optional.ofNullable(EMAILS.get(organization + "/" + id))
                                    .map(name -> email(id, name));
            default ->
                    id == null
                            ? Optional.of(segments(organization))
                            : Optional.ofNullable(SEGMENTS.get(organization + "/" + id))
                                    .map(
                                            members ->
                                                    address.group(3) == null
                                                            ? segment(id)
                                                            : memberIds(
                                                                    members,
                                                                    exchange.getRequestURI()
                                                                            .getQuery()));
        };
    }

    private static JsonObject lookup(String organization, HttpExchange exchange)
            throws IOException {
        JsonArray items = new JsonArray();
        new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .getJsonArray("ids")
                .forEach(
                        id ->
                                Optional.ofNullable(CONTACTS.get(organization + "/" + id))
                                        .ifPresent(items::add));
        return new JsonObject().put("items", items);
    }

    private static JsonObject memberIds(ConcurrentSkipListSet<Long> members, String query) {
        long after =
                Stream.of(query.split("&"))
                        .filter(one -> one.startsWith("cursor="))
                        .mapToLong(one -> Long.parseLong(one.substring(7)))
                        .findFirst()
                        .orElse(0);
        List<Long> page =
                new ArrayList<>(members.tailSet(after, false).stream().limit(1_000).toList());
        JsonObject answer =
                new JsonObject()
                        .put("ids", new JsonArray(page))
                        .put("revisions", new JsonArray(page.stream().map(_ -> 1L).toList()));
        return page.size() == 1_000 ? answer.put("nextCursor", page.getLast().toString()) : answer;
    }

    private static JsonObject segment(String id) {
        return new JsonObject()
                .put("id", Long.valueOf(id))
                .put("name", "Segment " + id)
                .put("filter", new JsonObject())
                .put("members", 0)
                .put("status", "ready")
                .put("processed", 0)
                .put("total", 0)
                .put("createdAt", "2026-01-01T00:00:00Z")
                .put("updatedAt", "2026-01-01T00:00:00Z");
    }

    private static JsonObject email(String id, String name) {
        JsonObject figures = new JsonObject();
        Stream.of(
                        "sent",
                        "opened",
                        "clicked",
                        "bounced",
                        "unsubscribed",
                        "notSent",
                        "openedByMachines",
                        "clickedByMachines")
                .forEach(figure -> figures.put(figure, 0));
        return new JsonObject()
                .put("id", Long.valueOf(id))
                .put("name", name)
                .put("subject", "Hello")
                .put("html", "<p>Hello</p>")
                .put("fromName", "Demo")
                .put("fromAddress", "demo@example.org")
                .put("createdAt", "2026-01-01T00:00:00Z")
                .put("updatedAt", "2026-01-01T00:00:00Z")
                .put("figures", figures);
    }

    private static JsonObject segments(String organization) {
        return page(keys(SEGMENTS, organization).map(Neighbours::segment).toList());
    }

    private static JsonObject emails(String organization) {
        return page(
                keys(EMAILS, organization)
                        .map(id -> email(id, EMAILS.get(organization + "/" + id)))
                        .toList());
    }

    private static Stream<String> keys(Map<String, ?> all, String organization) {
        return all.keySet().stream()
                .filter(key -> key.startsWith(organization + "/"))
                .map(key -> key.substring(key.indexOf('/') + 1))
                .sorted();
    }

    private static JsonObject page(List<JsonObject> items) {
        return new JsonObject()
                .put("items", new JsonArray(items))
                .put("total", items.size())
                .put("page", 1)
                .put("limit", 100)
                .put("totalPages", 1);
    }
}
