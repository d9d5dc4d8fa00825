package io.mauntic.integrations.delivery.infrastructure;

import io.mauntic.integrations.delivery.infrastructure.CheckedAddresses.PrivateAddress;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What went wrong on the way to a receiver, for the people who look at the log. */
final class ConnectionFailures {

    private ConnectionFailures() {}

    static String sentence(Throwable failure) {
        return switch (failure) {
            case PrivateAddress refused -> refused.getMessage();
            case UnknownHostException _ -> "The host could not be found.";
            case TimeoutException _ -> "There was no answer within 15 seconds.";
            case SSLException _ ->
                    "No secure connection could be made: please check the receiver's certificate.";
            case ConnectException timeout
                    when String.valueOf(timeout.getMessage()).contains("timed out") ->
                    "The receiver could not be reached within 5 seconds.";
            case ConnectException _ -> "The receiver refused the connection.";
            default -> "The connection broke before there was an answer.";
        };
    }
}
