package io.mauntic.crm;

import static io.restassured.RestAssured.given;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.ErasureRules;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithComponents
class ErasureTest extends ErasureRules {

    @Override
    protected void erase(OrganizationId organization, long contact) {
        given().auth()
                .oauth2(TestTokens.of(organization, "crm:contacts:delete"))
                .delete("/api/crm/contacts/" + contact)
                .then()
                .statusCode(204);
    }
}
