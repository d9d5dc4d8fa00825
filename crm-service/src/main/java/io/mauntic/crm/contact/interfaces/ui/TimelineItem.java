package io.mauntic.crm.contact.interfaces.ui;

import io.mauntic.contracts.crm.model.TimelineEntry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One entry of a timeline, in words.
 *
 * @param kind a colour's name, or null
 * @param href where more about it stands, or null
 * @param note what to add in small, or null
 */
public record TimelineItem(
        String icon, String kind, String title, OffsetDateTime at, String href, String note) {

    static TimelineItem of(TimelineEntry entry, TimelineMessages words) {
        JsonObject data = new JsonObject(entry.getData());
        return switch (entry.getType()) {
            case "ContactCreated" ->
                    item(entry, "user-plus", "blue", created(data, words), null, null);
            case "ContactUpdated" ->
                    item(entry, "pencil", null, words.updated(fields(data)), null, null);
            case "ContactIdentified" ->
                    item(entry, "fingerprint", "blue", words.identified(), null, null);
            case "TagsChanged" -> item(entry, "tag", null, words.tags(tags(data)), null, null);
            case "PointsAwarded" -> item(entry, "star", "yellow", points(data, words), null, null);
            case "StageChanged" -> item(entry, "stairs", "purple", stage(data, words), null, null);
            case "ContactAddedToSegment" ->
                    segment(
                            entry,
                            "users-plus",
                            words.joinedSegment(data.getString("segmentName")),
                            data);
            case "ContactRemovedFromSegment" ->
                    segment(
                            entry,
                            "users-minus",
                            words.leftSegment(data.getString("segmentName")),
                            data);
            case "DoNotContactAdded" ->
                    item(entry, "mail-off", "red", words.mailStopped(), null, null);
            case "DoNotContactRemoved" ->
                    item(entry, "mail-check", "green", words.mailAllowed(), null, null);
            case "ConsentGiven" ->
                    item(
                            entry,
                            "checkbox",
                            "green",
                            words.consentGiven(consent(data, words)),
                            null,
                            data.getString("text"));
            case "ConsentWithdrawn" ->
                    item(
                            entry,
                            "square-x",
                            "red",
                            words.consentWithdrawn(consent(data, words)),
                            null,
                            data.getString("text"));
            case "ContactEnteredCampaign" ->
                    campaign(
                            entry,
                            "player-play",
                            words.enteredCampaign(data.getString("campaignName")),
                            data,
                            null);
            case "ContactLeftCampaign" ->
                    campaign(
                            entry,
                            "player-stop",
                            words.leftCampaign(data.getString("campaignName")),
                            data,
                            null);
            case "CampaignEventExecuted" ->
                    campaign(
                            entry,
                            "git-branch",
                            words.stepTaken(data.getString("campaignName")),
                            data,
                            step(data, words));
            case "CampaignEventFailed" ->
                    campaign(
                            entry,
                            "alert-triangle",
                            words.stepFailed(data.getString("campaignName")),
                            data,
                            data.getString("reason"));
            case "EmailSent" ->
                    email(
                            entry,
                            "send",
                            "blue",
                            words.emailSent(email(data)),
                            data.getString("subject"));
            case "EmailOpened" ->
                    email(
                            entry,
                            "mail-opened",
                            "green",
                            words.emailOpened(email(data)),
                            machine(data, words));
            case "EmailClicked" ->
                    email(
                            entry,
                            "click",
                            "green",
                            words.emailClicked(email(data)),
                            clicked(data, words));
            case "EmailBounced" ->
                    email(
                            entry,
                            "mail-x",
                            "red",
                            words.emailBounced(email(data)),
                            data.getString("reason"));
            case "EmailNotSent" ->
                    email(
                            entry,
                            "mail-off",
                            "orange",
                            words.emailNotSent(email(data)),
                            data.getString("reason"));
            case "Unsubscribed" ->
                    email(entry, "mail-off", "red", words.unsubscribed(email(data)), null);
            case "FormSubmitted" ->
                    item(
                            entry,
                            "forms",
                            "green",
                            words.formSubmitted(data.getString("formName")),
                            "/app/content/forms/" + data.getValue("formId"),
                            null);
            case "PageVisited" ->
                    item(
                            entry,
                            "world",
                            null,
                            words.pageVisited(page(data)),
                            null,
                            data.getString("url"));
            default -> item(entry, "point", null, entry.getType(), null, null);
        };
    }

    private static TimelineItem item(
            TimelineEntry entry, String icon, String kind, String title, String href, String note) {
        return new TimelineItem(icon, kind, title, entry.getAt(), href, note);
    }

    private static TimelineItem segment(
            TimelineEntry entry, String icon, String title, JsonObject data) {
        return item(
                entry,
                icon,
                "purple",
                title,
                "/app/crm/segments/" + data.getValue("segmentId"),
                null);
    }

    private static TimelineItem campaign(
            TimelineEntry entry, String icon, String title, JsonObject data, String note) {
        return item(
                entry,
                icon,
                "orange",
                title,
                "/app/campaign/campaigns/" + data.getValue("campaignId"),
                note);
    }

    private static TimelineItem email(
            TimelineEntry entry, String icon, String kind, String title, String note) {
        return item(
                entry,
                icon,
                kind,
                title,
                "/app/messaging/emails/" + entry.getData().get("emailId"),
                note);
    }

    private static String email(JsonObject data) {
        return data.getString("emailName", data.getString("subject", ""));
    }

    private static String consent(JsonObject data, TimelineMessages words) {
        return words.consentTo(data.getString("topic"), data.getString("channel"));
    }

    private static String created(JsonObject data, TimelineMessages words) {
        return switch (data.getString("source", "")) {
            case "import" -> words.createdByImport();
            case "form" -> words.createdByForm();
            default -> words.createdByApi();
        };
    }

    private static String fields(JsonObject data) {
        return data.getJsonObject("changed", new JsonObject()).fieldNames().stream()
                .map(name -> name.replaceFirst("^fields\\.", ""))
                .collect(Collectors.joining(", "));
    }

    private static String tags(JsonObject data) {
        Stream<String> added =
                data.getJsonArray("added", new JsonArray()).stream().map(tag -> "+" + tag);
        Stream<String> removed =
                data.getJsonArray("removed", new JsonArray()).stream().map(tag -> "−" + tag);
        return Stream.concat(added, removed).collect(Collectors.joining(" "));
    }

    private static String points(JsonObject data, TimelineMessages words) {
        int delta = data.getInteger("delta", 0);
        return words.points(delta > 0 ? "+" + delta : "−" + -delta, data.getInteger("points", 0));
    }

    private static String stage(JsonObject data, TimelineMessages words) {
        return data.containsKey("to")
                ? words.stage(data.getString("to"))
                : words.noStage(data.getString("from"));
    }

    private static String step(JsonObject data, TimelineMessages words) {
        String kind =
                switch (data.getString("kind", "")) {
                    case "email.send" -> words.stepSend();
                    case "email.open" -> words.stepOpen();
                    case "email.click" -> words.stepClick();
                    case "contact.tags" -> words.stepTags();
                    case "contact.points" -> words.stepPoints();
                    case "contact.field" -> words.stepField();
                    default -> null;
                };
        return switch (data.getString("path", "")) {
            case "yes" -> words.stepYes(kind);
            case "no" -> words.stepNo(kind);
            default -> kind;
        };
    }

    private static String clicked(JsonObject data, TimelineMessages words) {
        String machine = machine(data, words);
        return machine == null
                ? data.getString("url")
                : data.getString("url") + " (" + machine + ")";
    }

    private static String machine(JsonObject data, TimelineMessages words) {
        return data.getBoolean("machine", false) ? words.byMachine() : null;
    }

    private static String page(JsonObject data) {
        String title = data.getString("title");
        return title == null || title.isBlank() ? data.getString("url", "") : title;
    }
}
