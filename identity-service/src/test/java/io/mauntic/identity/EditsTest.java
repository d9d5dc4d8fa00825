package io.mauntic.identity;

import static io.mauntic.identity.Company.address;
import static io.mauntic.identity.Company.person;

import io.mauntic.kit.test.Edits;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class EditsTest {

    private Company company;

    @BeforeEach
    void found() {
        company = Company.create();
    }

    @Test
    void of_a_user_are_kept() {
        long id = company.hire(person("Ed Ited", address("edited"), "reader"));
        kept("/api/identity/users/" + id);
    }

    @Test
    void of_a_role_are_kept() {
        long id =
                company.asAdministrator()
                        .body(
                                """
                                {"name": "Newsletter", "permissions": ["messaging:emails:read"]}
                                """)
                        .post("/api/identity/roles")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("id");
        kept("/api/identity/roles/" + id);
    }

    @Test
    void of_an_organization_are_kept() {
        kept("/api/identity/organization");
    }

    @Test
    void of_an_organizations_settings_are_kept() {
        new Edits(company::asAdministrator, "/api/identity/organization/settings", "postalAddress")
                .areKept();
    }

    private void kept(String path) {
        new Edits(company::asAdministrator, path, "name").areKept();
    }
}
