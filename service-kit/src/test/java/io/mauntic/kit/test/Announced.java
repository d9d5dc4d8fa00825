package io.mauntic.kit.test;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Posts that only announce their body. A server that refuses by the announced length closes the
 * connection, and a client that is still sending would sometimes see that before the answer.
 */
public final class Announced {

    private Announced() {}

    /** The status of the answer to a post whose body never comes. */
    public static int post(String path, String contentType, long bytes) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                                    .formatted(path, contentType, bytes)
                                    .getBytes(StandardCharsets.US_ASCII));
            String status =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            return Integer.parseInt(status.split(" ")[1]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
