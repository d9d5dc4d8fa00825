package io.mauntic.messaging.bounce;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that gives mail back, on a socket. */
final class Postman implements Closeable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    Postman(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(30_000);
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = socket.getOutputStream();
        reply();
        say("EHLO mx.example.org");
    }

    /** The answer to the whole mail. */
    String bring(String recipient, String content) throws IOException {
        say("MAIL FROM:<>");
        String answer = say("RCPT TO:<" + recipient + ">");
        if (answer.startsWith("250")) {
            say("DATA");
            write(content.replaceAll("\r?\n", "\r\n") + "\r\n.\r\n");
            answer = reply();
        }
        say("RSET");
        return answer;
    }

    String say(String command) throws IOException {
        write(command + "\r\n");
        return reply();
    }

    /** Ends the connection in the middle of a mail, and waits until the other side has noticed. */
    void breakOff(String content) throws IOException {
        write(content.replaceAll("\r?\n", "\r\n"));
        socket.shutdownOutput();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("250")) {
                throw new AssertionError(line);
            }
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String reply() throws IOException {
        String line = in.readLine();
        while (line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
