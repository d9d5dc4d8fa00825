package io.mauntic.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A mail server that accepts everything and remembers when each recipient's mail was complete (RFC
 * 5321, pipelining).
 */
final class SmtpSink implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket server;
    private final Map<String, Queue<Long>> arrivals = new ConcurrentHashMap<>();

    SmtpSink() throws IOException {
        server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The moments ({@link System#nanoTime}) at which mails for this recipient were complete. */
    List<Long> arrivals(String recipient) {
        return List.copyOf(arrivals.getOrDefault(recipient, new ConcurrentLinkedQueue<>()));
    }

    /** How many of the recipients whose address ends so have mail. */
    long recipients(String suffix) {
        return arrivals.keySet().stream().filter(address -> address.endsWith(suffix)).count();
    }

    /** How many mails they have together. */
    long mails(String suffix) {
        return arrivals.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(suffix))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            List<String> recipients = new ArrayList<>();
            answer(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> answer(out, "250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
                    case "RCPT" -> {
                        recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                        answer(out, "250 ok");
                    }
                    case "DATA" -> {
                        answer(out, "354 go on");
                        readMail(in);
                        long now = System.nanoTime();
                        recipients.forEach(recipient -> note(recipient, now));
                        recipients.clear();
                        answer(out, "250 ok");
                    }
                    case "RSET" -> {
                        recipients.clear();
                        answer(out, "250 ok");
                    }
                    case "QUIT" -> {
                        answer(out, "221 bye");
                        return;
                    }
                    default -> answer(out, "250 ok");
                }
            }
        } catch (IOException _) {
            // A client that was killed in the middle of a mail: that mail has not arrived.
        }
    }

    private static void readMail(BufferedReader in) throws IOException {
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The mail broke off");
            }
        }
    }

    private void note(String recipient, long now) {
        arrivals.computeIfAbsent(recipient, _ -> new ConcurrentLinkedQueue<>()).add(now);
    }

    private static void answer(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
