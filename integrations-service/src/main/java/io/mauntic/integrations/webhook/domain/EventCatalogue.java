package io.mauntic.integrations.webhook.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events that a webhook can want: every fact that a context publishes. Not here are requests
 * from context to context, which tell nothing that happened, and {@code WebhookDelivered}, whose
 * delivery would cause the next one.
 */
public final class EventCatalogue {

    /** Wants every event, those that later versions add too. */
    public static final String ALL = "*";

    /** What the button "Send a test" sends; nobody can subscribe to it. */
    public static final String TEST = "WebhookTest";

    private static final Map<String, List<String>> BY_CONTEXT = new LinkedHashMap<>();

    static {
        BY_CONTEXT.put(
                "crm",
                List.of(
                        "ContactCreated",
                        "ContactUpdated",
                        "ContactIdentified",
                        "SubmissionRegistered",
                        "ContactMerged",
                        "ContactDeleted",
                        "TagsChanged",
                        "PointsAwarded",
                        "StageChanged",
                        "CompanyCreated",
                        "CompanyUpdated",
                        "ContactAddedToSegment",
                        "ContactRemovedFromSegment",
                        "SegmentRebuilt",
                        "SegmentDeleted",
                        "DoNotContactAdded",
                        "DoNotContactRemoved",
                        "ConsentGiven",
                        "ConsentWithdrawn",
                        "ImportFinished"));
        BY_CONTEXT.put(
                "campaign",
                List.of(
                        "CampaignPublished",
                        "CampaignUnpublished",
                        "ContactEnteredCampaign",
                        "ContactLeftCampaign",
                        "CampaignEventExecuted",
                        "CampaignEventFailed"));
        BY_CONTEXT.put(
                "messaging",
                List.of(
                        "EmailSent",
                        "EmailOpened",
                        "EmailClicked",
                        "EmailBounced",
                        "EmailNotSent",
                        "Unsubscribed"));
        BY_CONTEXT.put("content", List.of("FormSubmitted", "PageVisited", "VisitorIdentified"));
        BY_CONTEXT.put(
                "identity",
                List.of(
                        "UserCreated",
                        "UserUpdated",
                        "UserBlocked",
                        "RoleChanged",
                        "OrganizationCreated",
                        "OrganizationSettingsChanged",
                        "MemberAdded",
                        "MemberRemoved"));
        BY_CONTEXT.put("integrations", List.of("WebhookDisabled"));
    }

    private static final Set<String> TYPES =
            BY_CONTEXT.values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private EventCatalogue() {}

    /** One event type and the context that publishes it. */
    public record Entry(String type, String context) {}

    public static Set<String> types() {
        return TYPES;
    }

    public static boolean knows(String type) {
        return ALL.equals(type) || TYPES.contains(type);
    }

    /** Everything, context by context. */
    public static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        BY_CONTEXT.forEach(
                (context, types) -> types.forEach(type -> entries.add(new Entry(type, context))));
        return entries;
    }

    /** The types by context, in the order in which people look for them. */
    public static Map<String, List<String>> byContext() {
        return java.util.Collections.unmodifiableMap(BY_CONTEXT);
    }
}
