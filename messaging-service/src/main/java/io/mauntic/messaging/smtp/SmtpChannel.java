package io.mauntic.messaging.smtp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Commands out, replies in, in order; used from one event loop. */
final class SmtpChannel {

    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_LINES = 100;

    private final NetSocket socket;
    private final Deque<Promise<SmtpReply>> awaited = new ArrayDeque<>();
    private List<String> lines = new ArrayList<>();
    private boolean closed;

    SmtpChannel(NetSocket socket) {
        this.socket = socket;
        RecordParser parser =
                RecordParser.newDelimited("\n", this::line).maxRecordSize(LONGEST_LINE);
        parser.exceptionHandler(_ -> close());
        socket.handler(parser);
        socket.exceptionHandler(_ -> close());
        socket.closeHandler(_ -> closed());
    }

    /** Writes what one reply answers. */
    Future<SmtpReply> command(String command) {
        Future<SmtpReply> reply = reply();
        write(command + "\r\n").onFailure(_ -> close());
        return reply;
    }

    /** The next reply, to be asked for in the order of the commands. */
    Future<SmtpReply> reply() {
        Promise<SmtpReply> promise = Promise.promise();
        if (closed) {
            promise.fail(new ConnectionLost());
        } else {
            awaited.add(promise);
        }
        return promise.future();
    }

    /** Completes when the operating system has it all. */
    Future<Void> write(String text) {
        return socket.write(Buffer.buffer(text, "ISO-8859-1"));
    }

    Future<Void> upgrade() {
        return socket.upgradeToSsl();
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        socket.close();
    }

    private void line(Buffer record) {
        String line = record.toString("UTF-8").stripTrailing();
        if (line.length() < 3 || !line.chars().limit(3).allMatch(Character::isDigit)) {
            close();
            return;
        }
        lines.add(line.length() > 4 ? line.substring(4) : "");
        boolean more = line.length() > 3 && line.charAt(3) == '-';
        if (lines.size() > MOST_LINES) {
            close();
        } else if (!more) {
            SmtpReply reply =
                    new SmtpReply(Integer.parseInt(line.substring(0, 3)), List.copyOf(lines));
            lines = new ArrayList<>();
            Promise<SmtpReply> promise = awaited.poll();
            if (promise == null) {
                close();
            } else {
                promise.complete(reply);
            }
        }
    }

    private void closed() {
        closed = true;
        while (!awaited.isEmpty()) {
            awaited.poll().tryFail(new ConnectionLost());
        }
    }

    static final class ConnectionLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConnectionLost() {
            super("The mail server closed the connection", null, false, false);
        }
    }
}
