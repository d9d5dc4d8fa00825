package io.mauntic.content.form;

import static io.restassured.RestAssured.given;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls the API as somebody of an organization. */
public final class FormsApi {

    public static final String READ = "content:forms:read";
    public static final String WRITE = "content:forms:write";

    private static final AtomicInteger ALIASES = new AtomicInteger();

    private final OrganizationId organization;

    public FormsApi(OrganizationId organization) {
        this.organization = organization;
    }

    public RequestSpecification as(String... permissions) {
        return given().auth()
                .oauth2(TestTokens.of(organization, permissions))
                .contentType("application/json");
    }

    public long create(String alias) {
        return createWith(form(alias));
    }

    public long createWith(String form) {
        return as(WRITE)
                .body(form)
                .post("/api/content/forms")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** Aliases are unique on the whole platform, and so in a run of tests. */
    public static String alias(String name) {
        return name + "-" + ALIASES.incrementAndGet();
    }

    public static String form(String alias) {
        return form(alias, "{\"type\": \"message\", \"message\": \"Thank you, we write soon.\"}");
    }

    public static String form(String alias, String postAction) {
        return """
        {"name": "Newsletter", "alias": "%s", "postAction": %s, "fields": [
            {"alias": "email", "label": "Your email", "type": "email", "required": true, "mapsTo": "email"},
            {"alias": "first_name", "label": "First name", "type": "text", "required": false, "mapsTo": "firstname"},
            {"alias": "topic", "label": "Topic", "type": "select", "required": false, "options": ["Engines", "Looms"]}]}
        """
                .formatted(alias, postAction);
    }
}
