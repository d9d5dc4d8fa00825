package io.mauntic.identity.directory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A way to Keycloak on which changes of users wait until the gate is opened. */
final class KeycloakGate implements AutoCloseable {

    private static final List<String> NOT_PASSED_ON =
            List.of("host", "content-length", "connection", "upgrade", "http2-settings");

    final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String keycloak;

    KeycloakGate(String keycloak) throws IOException {
        this.keycloak = keycloak;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void open() {
        open.countDown();
    }

    @Override
    public void close() {
        open();
        server.stop(0);
        http.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT") && path.matches(".*/users/[0-9a-f-]+")) {
                waiting.countDown();
                open.await();
            }
            var request =
                    HttpRequest.newBuilder(URI.create(keycloak + path))
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (!NOT_PASSED_ON.contains(name.toLowerCase())) {
                                    values.forEach(value -> request.header(name, value));
                                }
                            });
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            answer.headers()
                    .firstValue("location")
                    .ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
