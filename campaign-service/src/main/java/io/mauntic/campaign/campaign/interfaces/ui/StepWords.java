package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.FieldCondition;
import io.mauntic.campaign.campaign.domain.Schedule;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a marketer's words what a step does and when. */
record StepWords(CampaignMessages words, Map<Long, String> emails) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    String title(StepKind kind) {
        return switch (kind) {
            case StepKind.SendEmail email ->
                    words.sends(
                            emails.getOrDefault(
                                    email.emailId(), words.emailNumber(email.emailId())));
            case StepKind.ChangeTags tags -> tags(tags);
            case StepKind.ChangePoints points ->
                    points.delta() > 0
                            ? words.addsPoints(Integer.toString(points.delta()))
                            : words.takesPoints(Integer.toString(-points.delta()));
            case StepKind.Decision.OPENED -> words.opens();
            case StepKind.Decision.CLICKED -> words.clicks();
            case FieldCondition condition ->
                    "%s %s %s?"
                            .formatted(
                                    field(condition.field()),
                                    operator(condition.operator().word()),
                                    String.join(", ", condition.values()))
                            .replace(" ?", "?");
        };
    }

    String timing(Step step) {
        boolean decision = step.kind() instanceof StepKind.Decision;
        return switch (step.schedule()) {
            case Schedule.Immediate _ -> decision ? words.withoutEnd() : words.atOnce();
            case Schedule.Interval interval ->
                    decision
                            ? words.waitsTime(interval.value(), unit(interval))
                            : words.afterTime(interval.value(), unit(interval));
            case Schedule.At at ->
                    decision ? words.waitsDate(date(at.at())) : words.onDate(date(at.at()));
        };
    }

    String kind(String code) {
        return switch (code) {
            case "email.send" -> words.sendEmail();
            case "email.open" -> words.waitOpen();
            case "email.click" -> words.waitClick();
            case "contact.tags" -> words.changeTags();
            case "contact.points" -> words.changePoints();
            default -> words.checkField();
        };
    }

    static String icon(String code) {
        return switch (code) {
            case "email.send" -> "mail-forward";
            case "email.open" -> "mail-opened";
            case "email.click" -> "click";
            case "contact.tags" -> "tags";
            case "contact.points" -> "plus-minus";
            default -> "filter-question";
        };
    }

    String field(String field) {
        return switch (field) {
            case "firstname" -> words.firstname();
            case "lastname" -> words.lastname();
            case "email" -> words.email();
            case "phone" -> words.phone();
            case "company" -> words.company();
            case "position" -> words.position();
            case "country" -> words.country();
            case "city" -> words.city();
            case "stage" -> words.stage();
            case "points" -> words.points();
            case "tags" -> words.tags();
            case "createdAt" -> words.createdAt();
            default -> field.startsWith("fields.") ? field.substring("fields.".length()) : field;
        };
    }

    String operator(String word) {
        return switch (word) {
            case "equals" -> words.equalsWord();
            case "notEquals" -> words.notEqualsWord();
            case "contains" -> words.containsWord();
            case "startsWith" -> words.startsWithWord();
            case "endsWith" -> words.endsWithWord();
            case "empty" -> words.emptyWord();
            case "notEmpty" -> words.notEmptyWord();
            case "greaterThan" -> words.greaterThanWord();
            case "lessThan" -> words.lessThanWord();
            case "in" -> words.inWord();
            default -> words.notInWord();
        };
    }

    private String unit(Schedule.Interval interval) {
        if (interval.value() != 1) {
            return unit(interval.unit().word());
        }
        return switch (interval.unit()) {
            case SECONDS -> words.second();
            case MINUTES -> words.minute();
            case HOURS -> words.hour();
            case DAYS -> words.day();
            case WEEKS -> words.week();
            case MONTHS -> words.month();
        };
    }

    String unit(String word) {
        return switch (word) {
            case "seconds" -> words.seconds();
            case "minutes" -> words.minutes();
            case "hours" -> words.hours();
            case "days" -> words.days();
            case "weeks" -> words.weeks();
            default -> words.months();
        };
    }

    String reason(String reason) {
        return switch (reason) {
            case null -> null;
            case "do-not-contact" -> words.doNotContact();
            case "no-address" -> words.noAddress();
            case "unknown-contact" -> words.unknownContact();
            case "bounced" -> words.bounced();
            default -> words.refused();
        };
    }

    private String tags(StepKind.ChangeTags tags) {
        String text =
                Stream.of(part(tags.add(), true), part(tags.remove(), false))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
        return words.tags() + ": " + text;
    }

    private String part(List<String> tags, boolean add) {
        if (tags.isEmpty()) {
            return "";
        }
        return add ? words.adds(String.join(", ", tags)) : words.removes(String.join(", ", tags));
    }

    private static String date(Instant at) {
        return DATE.format(at);
    }
}
