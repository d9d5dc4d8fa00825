package io.mauntic.crm;

import static io.restassured.RestAssured.given;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Speaks to crm as somebody of one organization. */
public record CrmClient(OrganizationId organization, String token) {

    private static final String[] ALL = {
        "crm:contacts:read",
        "crm:contacts:write",
        "crm:contacts:delete",
        "crm:companies:read",
        "crm:companies:write",
        "crm:segments:read",
        "crm:segments:write",
        "crm:imports:read",
        "crm:imports:write"
    };

    /** Of a new organization, with every permission for crm. */
    public static CrmClient ofNewOrganization() {
        OrganizationId organization = TestOrganizations.next();
        return new CrmClient(organization, TestTokens.of(organization, ALL));
    }

    public CrmClient with(String... permissions) {
        return new CrmClient(organization, TestTokens.of(organization, permissions));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().get(path, parameters).then();
    }

    public ValidatableResponse post(String path, JsonObject body) {
        return request().body(body.encode()).post(path).then();
    }

    public ValidatableResponse patch(String path, JsonObject patch) {
        return request()
                .contentType("application/merge-patch+json")
                .body(patch.encode())
                .patch(path)
                .then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(path).then();
    }

    /** Creates a contact and answers its id. */
    public long contact(Map<String, Object> values) {
        return post("/api/crm/contacts", new JsonObject(values))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
