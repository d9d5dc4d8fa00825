package io.mauntic.messaging;

import static io.restassured.RestAssured.given;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/** Speaks to the service as a marketer does, and as campaigns do. */
public final class MessagingClient {

    private MessagingClient() {}

    public static RequestSpecification as(OrganizationId organization, String... permissions) {
        return given().auth()
                .oauth2(TestTokens.of(organization, permissions))
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification marketer(OrganizationId organization) {
        return as(
                organization,
                "messaging:emails:read",
                "messaging:emails:write",
                "messaging:emails:send");
    }

    public static Map<String, Object> words(String name, String subject, String html) {
        return Map.of(
                "name",
                name,
                "subject",
                subject,
                "html",
                html,
                "fromName",
                "Demo",
                "fromAddress",
                "news@demo.example");
    }

    /** A new email's id. */
    public static long email(OrganizationId organization, String subject, String html) {
        return marketer(organization)
                .body(words("Welcome", subject, html))
                .post("/api/messaging/emails")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public static JsonObject request(String key, long contactId, long emailId) {
        return new JsonObject()
                .put("deliveryKey", key)
                .put("contactId", contactId)
                .put("emailId", emailId)
                .put("campaignId", 12)
                .put("eventKey", "welcome");
    }

    /** Asks for a mail on the realtime lane, and answers its delivery key. */
    public static String send(OrganizationId organization, long contactId, long emailId) {
        String key = UUID.randomUUID().toString();
        EventProbe.publish(
                "campaign",
                organization,
                "EmailSendRequested",
                contactId,
                request(key, contactId, emailId));
        return key;
    }
}
