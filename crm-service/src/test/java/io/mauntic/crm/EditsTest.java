package io.mauntic.crm;

import io.mauntic.kit.test.Edits;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class EditsTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void of_a_contact_are_kept() {
        kept("/api/crm/contacts/" + crm.contact(Map.of("firstname", "Ada")), "city");
    }

    @Test
    void of_a_company_are_kept() {
        kept(created("/api/crm/companies", JsonObject.of("name", "Engines")), "city");
    }

    @Test
    void of_a_segment_are_kept() {
        kept(created("/api/crm/segments", JsonObject.of("name", "Everybody")), "name");
    }

    @Test
    void of_a_view_are_kept() {
        kept(created("/api/crm/contact-views", JsonObject.of("name", "Mine")), "name");
    }

    private void kept(String path, String field) {
        new Edits(crm::request, path, field).areKept();
    }

    private String created(String path, JsonObject thing) {
        return path
                + "/"
                + crm.post(path, thing).statusCode(201).extract().jsonPath().getLong("id");
    }
}
