package io.mauntic.messaging;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server on a socket that keeps what it takes, misbehaves for the recipients that it is told
 * to, and refuses senders called refused.
 */
public final class SmtpSink implements AutoCloseable {

    /** What the server does with the next mails to a recipient. */
    public enum Behaviour {
        /** 550 after RCPT. */
        REFUSE,
        /** 451 after RCPT. */
        PUT_OFF,
        /** 452 after the final dot. */
        PUT_OFF_CONTENT,
        /** 554 after the final dot. */
        REFUSE_CONTENT,
        /** Ends the connection once it has the content but for the final dot. */
        HANG_UP_BEFORE_DOT,
        /** Takes the mail and ends the connection without an answer. */
        HANG_UP_AFTER_DOT,
        /** 421, and ends the connection. */
        GO_AWAY
    }

    /** A mail that it took. */
    public record Mail(String from, String to, String content) {}

    private final ServerSocket server;
    private final boolean pipelining;
    private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Behaviour>> behaviours = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean keeping = true;

    public SmtpSink() {
        this(true);
    }

    public SmtpSink(boolean pipelining) {
        this.pipelining = pipelining;
        try {
            server = new ServerSocket(0, 200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The mails that it took for a recipient. */
    public List<Mail> to(String recipient) {
        return mails.stream().filter(mail -> mail.to().equals(recipient)).toList();
    }

    public List<Mail> all() {
        return List.copyOf(mails);
    }

    public int taken() {
        return taken.get();
    }

    public int connections() {
        return connections.get();
    }

    /** Counts only, for measurements. */
    public void keepNothing() {
        keeping = false;
    }

    /** Misbehaves once for each of these, then takes the recipient's mails. */
    public void misbehave(String recipient, Behaviour... next) {
        behaviours.put(recipient, new ConcurrentLinkedQueue<>(List.of(next)));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink ESMTP");
            converse(in, out);
        } catch (IOException gone) {
            // The other side hung up.
        }
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        String from = "";
        String to = "";
        for (String line = line(in); line != null; line = line(in)) {
            if (line.startsWith("EHLO")) {
                say(out, pipelining ? "250-sink\r\n250-PIPELINING\r\n250 SMTPUTF8" : "250 sink");
            } else if (line.startsWith("MAIL FROM:")) {
                from = address(line);
                to = "";
                say(out, from.startsWith("refused@") ? "550 5.7.1 Not you" : "250 OK");
            } else if (line.startsWith("RCPT TO:")) {
                to = address(line);
                switch (recipient(to)) {
                    case REFUSE -> {
                        say(out, "550 5.1.1 No such mailbox");
                        to = "";
                    }
                    case PUT_OFF -> {
                        say(out, "451 4.3.0 Try again later");
                        to = "";
                    }
                    case GO_AWAY -> {
                        say(out, "421 Too much");
                        return;
                    }
                    case null, default -> say(out, "250 OK");
                }
            } else if (line.equals("DATA")) {
                if (to.isEmpty()) {
                    say(out, "503 No recipient");
                } else if (!content(in, out, from, to)) {
                    return;
                }
            } else if (line.equals("QUIT")) {
                say(out, "221 Bye");
                return;
            } else {
                say(out, "250 OK");
            }
        }
    }

    /** What is to be done at RCPT; what concerns the content stays in the queue. */
    private Behaviour recipient(String to) {
        Queue<Behaviour> queue = behaviours.getOrDefault(to, new ConcurrentLinkedQueue<>());
        return switch (queue.peek()) {
            case REFUSE, PUT_OFF, GO_AWAY -> queue.poll();
            case null, default -> null;
        };
    }

    private boolean content(InputStream in, OutputStream out, String from, String to)
            throws IOException {
        say(out, "354 Go ahead");
        Behaviour next = behaviours.containsKey(to) ? behaviours.get(to).poll() : null;
        StringBuilder content = new StringBuilder();
        for (String line = line(in); !".".equals(line); line = line(in)) {
            if (line == null) {
                return false;
            }
            content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            if (next == Behaviour.HANG_UP_BEFORE_DOT
                    && line.startsWith("--")
                    && line.endsWith("--")) {
                return false;
            }
        }
        if (next == Behaviour.REFUSE_CONTENT || next == Behaviour.PUT_OFF_CONTENT) {
            say(
                    out,
                    next == Behaviour.REFUSE_CONTENT
                            ? "554 5.7.1 Looks like spam"
                            : "452 4.3.1 Disk full");
            return true;
        }
        taken.incrementAndGet();
        if (keeping) {
            mails.add(new Mail(from, to, content.toString()));
        }
        if (next == Behaviour.HANG_UP_AFTER_DOT) {
            return false;
        }
        say(out, "250 OK taken");
        return true;
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(120);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(b);
        }
        return null;
    }
}
