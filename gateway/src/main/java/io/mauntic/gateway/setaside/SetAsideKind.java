package io.mauntic.gateway.setaside;

import io.mauntic.gateway.Service;
import io.mauntic.gateway.page.ShellMessages;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;

/**
 * How much of a kind a service has set aside.
 *
 * @param retrying whether all of it is being set going again
 */
public record SetAsideKind(
        String label, String service, long total, boolean retrying, String retryAll) {

    static Stream<SetAsideKind> of(Service service, JsonObject page, ShellMessages words) {
        return page.getJsonArray("kinds", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(
                        kind ->
                                new SetAsideKind(
                                        label(kind.getString("kind"), words),
                                        label(service, words),
                                        kind.getLong("total"),
                                        kind.getBoolean("retrying"),
                                        "/app/set-aside/%s/kinds/%s/retry"
                                                .formatted(
                                                        service.path(), kind.getString("kind"))));
    }

    static String label(String kind, ShellMessages words) {
        return switch (kind) {
            case "event" -> words.kindEvent();
            case "outgoing" -> words.kindOutgoing();
            case "timer" -> words.kindTimer();
            case "step" -> words.kindStep();
            case "delivery" -> words.kindDelivery();
            case "webhook" -> words.kindWebhook();
            default -> kind;
        };
    }

    private static String label(Service service, ShellMessages words) {
        return switch (service) {
            case IDENTITY -> words.users();
            case CRM -> words.contacts();
            case CAMPAIGN -> words.campaigns();
            case MESSAGING -> words.emails();
            case CONTENT -> words.forms();
            case ANALYTICS -> words.reports();
            case INTEGRATIONS -> words.webhooks();
        };
    }
}
