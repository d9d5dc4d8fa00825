package io.mauntic.content.visit.interfaces.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.content.input.PlainText;
import io.mauntic.content.input.WebAddress;
import io.mauntic.content.visit.domain.PageVisit;
import io.mauntic.content.visit.domain.VisitorId;
import io.mauntic.kernel.DomainException;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;

/**
 * What the tracking script posts: {@code {"site", "visitor", "url", "title", "referrer", "mtc"}}.
 * Anybody can post anything here, so each value is taken as a text of a certain shape or not at
 * all.
 */
record VisitReport(
        String site, VisitorId visitor, String url, String title, String referrer, String token) {

    private static final int LONGEST_TITLE = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    static final class Unreadable extends DomainException {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(Kind.MALFORMED, "malformed-json", "The request is not valid JSON.");
        }
    }

    static VisitReport parse(String body, String site) {
        JsonNode json = read(body);
        return new VisitReport(
                site == null ? text(json, "site") : site,
                VisitorId.parse(text(json, "visitor"))
                        .orElseThrow(
                                () ->
                                        new InvalidValues(
                                                "visitor",
                                                "A visitor's id has 16 to 64 letters, digits, hyphens and underscores.")),
                WebAddress.parse(text(json, "url"))
                        .orElseThrow(
                                () ->
                                        new InvalidValues(
                                                "url", "This is not the address of a page.")),
                PlainText.atMost(LONGEST_TITLE, PlainText.line(text(json, "title"))),
                WebAddress.parse(text(json, "referrer")).orElse(""),
                text(json, "mtc"));
    }

    PageVisit visit(ContactTokens tokens, OrganizationId organization) {
        return new PageVisit(visitor, url, title, referrer, tokens.contact(organization, token));
    }

    private static JsonNode read(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.isObject()) {
                throw new Unreadable();
            }
            return json;
        } catch (JsonProcessingException _) {
            throw new Unreadable();
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).textValue() : "";
    }
}
