package io.mauntic.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A small real server in the place of all seven services. */
final class Services {

    static final AtomicLong RECEIVED = new AtomicLong();
    static final AtomicBoolean SEEN = new AtomicBoolean();
    static final AtomicBoolean SET_GOING = new AtomicBoolean();
    static final CountDownLatch SECOND_EVENT = new CountDownLatch(1);

    private static final String HTML = "text/html;charset=UTF-8";
    private final HttpServer server;

    Services() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Services::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/ui/analytics/dashboard" ->
                        send(
                                exchange,
                                200,
                                HTML,
                                "<title>Dashboard · Mauntic</title><h1>Dashboard</h1>");
                case "/ui/crm/contacts" -> contacts(exchange);
                case "/ui/crm/segments" -> segments(exchange);
                case "/ui/crm/open" -> openStream(exchange);
                case "/ui/crm/ticks" ->
                        send(
                                exchange,
                                200,
                                "text/event-stream",
                                "data: <b>3 of 10</b>\n\nevent: done\ndata: -\n\n");
                case "/ui/crm/static/builder.js" ->
                        send(
                                exchange,
                                200,
                                "text/javascript",
                                "export function mount(e) { e.textContent = e.dataset.words; }");
                case "/ui/crm/gone" -> send(exchange, 404, HTML, "<h1>No such contact</h1>");
                case "/ui/crm/refused" ->
                        send(
                                exchange,
                                409,
                                "application/problem+json",
                                "{\"detail\":\"The segment is in use\"}");
                case "/ui/identity/organizations/menu" ->
                        send(
                                exchange,
                                200,
                                HTML,
                                "<form method=post action=/app/identity/organizations/7 hx-boost=false><button>Other Company</button></form>");
                case "/ui/identity/organizations/7" -> {
                    exchange.getResponseHeaders().set("X-Mauntic-New-Session", "true");
                    exchange.getResponseHeaders().set("Location", "/app/crm/contacts");
                    exchange.sendResponseHeaders(303, -1);
                }
                case "/ui/analytics/notifications/unread" ->
                        send(exchange, 200, HTML, SEEN.get() ? "" : "<b>3<span> new</span></b>");
                case "/ui/analytics/notifications/seen" -> {
                    SEEN.set(true);
                    exchange.getResponseHeaders().set("HX-Trigger", "{\"notificationsSeen\":{}}");
                    send(exchange, 200, HTML, "<a href=/app/crm/contacts>Import finished</a>");
                }
                case "/ui/messaging/body" -> {
                    exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox");
                    send(exchange, 200, HTML, "<p>A mail</p>");
                }
                case "/ui/crm/events" -> events(exchange);
                case "/api/crm/imports" -> upload(exchange);
                case "/api/crm/contacts" ->
                        send(
                                exchange,
                                200,
                                "application/json",
                                "{\"items\":[{\"id\":7,\"firstname\":\"<b>Ada\",\"email\":\"ada@example.org\"}]}");
                case "/api/crm/set-aside" ->
                        send(
                                exchange,
                                200,
                                "application/json",
                                SET_GOING.get()
                                        ? "{\"items\":[],\"kinds\":[]}"
                                        : """
                                          {"items":[{"id":7,"kind":"event","subject":"ContactCreated <7>","cause":"It did not fit.","attempts":2,
                                          "setAsideAt":"2026-11-26T12:00:00Z"}],"kinds":[{"kind":"event","total":1200,"retrying":false}]}
                                          """);
                case "/api/crm/set-aside/7/retry" -> {
                    SET_GOING.set(exchange.getRequestMethod().equals("POST"));
                    exchange.sendResponseHeaders(204, -1);
                }
                case "/api/crm/set-aside/9/retry" ->
                        send(
                                exchange,
                                409,
                                "application/problem+json",
                                "{\"detail\":\"It could not be set going again: poison\"}");
                case "/q/openapi" -> send(exchange, 200, "application/yaml", "openapi: 3.1.0");
                default -> send(exchange, 200, "application/json", echo(exchange));
            }
        }
    }

    private static void contacts(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var page =
                    "<title>Contacts · Mauntic</title><h1>Contacts</h1><p>"
                            + exchange.getRequestURI()
                            + "</p>";
            send(exchange, 200, HTML, page);
            return;
        }
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (form.contains("email=wrong")) {
            send(exchange, 422, HTML, "<h1>Contacts</h1><p role=alert>Not an address</p>");
            return;
        }
        exchange.getResponseHeaders().set("HX-Trigger", "{\"toast\":{\"message\":\"Saved <it>\"}}");
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        "http://"
                                + exchange.getRequestHeaders().getFirst("Host")
                                + "/app/crm/contacts");
        exchange.sendResponseHeaders(303, -1);
    }

    /** As a service writes a page from the tags of ui-kit. */
    private static void segments(HttpExchange exchange) throws IOException {
        var page =
                """
                <title>Segments · Mauntic</title><h1 tabindex="-1">Segments</h1>
                <form id="list-search" role="search" method="get" action="/app/crm/segments"
                  hx-trigger="input changed delay:200ms from:find input, submit" hx-target="#list" hx-select="#list"
                  hx-swap="outerHTML" hx-replace-url="true">
                  <input id="list-query" type="search" name="search" aria-label="Search segments" data-search></form>
                <section id="list" data-list><p id="seen">%s</p>
                  <time datetime="2020-01-01T00:00:00Z" data-time>1 Jan 2020</time></section>
                <form method="post" action="/app/crm/contacts"><input name="email" aria-label="Email"><button>Save</button></form>
                <div id="progress" data-live="/ui/crm/ticks">Waiting</div>
                <div id="builder" data-module="/ui/crm/static/builder.js" data-words="Built"></div>
                """
                        .formatted(exchange.getRequestURI());
        send(exchange, 200, HTML, page);
    }

    private static void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        body.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
        body.flush();
        try {
            SECOND_EVENT.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        body.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Until its reader goes. */
    private static void openStream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        body.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
        while (true) {
            body.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
            body.flush();
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static void upload(HttpExchange exchange) throws IOException {
        var total = 0L;
        var chunk = new byte[65536];
        InputStream body = exchange.getRequestBody();
        for (var read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            total += read;
            RECEIVED.set(total);
        }
        send(exchange, 202, "application/json", "{\"bytes\":" + total + "}");
    }

    private static String echo(HttpExchange exchange) {
        var headers = new JsonObject();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(
                                        name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return new JsonObject()
                .put("uri", exchange.getRequestURI().toString())
                .put("headers", headers)
                .encode();
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
