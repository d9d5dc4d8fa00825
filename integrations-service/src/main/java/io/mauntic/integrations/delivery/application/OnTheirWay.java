package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.application.Deliveries.Claim;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.WebhookId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How many deliveries this process has on their way: a receiver that hangs, and an organization
 * whose receivers all do, take no more than their share.
 */
public record OnTheirWay(
        Map<WebhookId, Integer> byWebhook, Map<OrganizationId, Integer> byOrganization) {

    public static final int MOST_OF_ONE_WEBHOOK = 8;
    public static final int MOST_OF_AN_ORGANIZATION = 64;

    static OnTheirWay of(Iterable<Claim> claims) {
        return new OnTheirWay(
                counted(claims).collect(Collectors.toMap(Claim::webhook, _ -> 1, Integer::sum)),
                counted(claims)
                        .collect(Collectors.toMap(Claim::organization, _ -> 1, Integer::sum)));
    }

    /** The webhooks that have no room for another one. */
    public List<WebhookId> fullWebhooks() {
        return byWebhook.keySet().stream()
                .filter(webhook -> byWebhook.get(webhook) >= MOST_OF_ONE_WEBHOOK)
                .toList();
    }

    /** The organizations that have no room for another one. */
    public List<OrganizationId> fullOrganizations() {
        return byOrganization.keySet().stream()
                .filter(of -> byOrganization.get(of) >= MOST_OF_AN_ORGANIZATION)
                .toList();
    }

    private static Stream<Claim> counted(Iterable<Claim> claims) {
        return StreamSupport.stream(claims.spliterator(), false);
    }
}
