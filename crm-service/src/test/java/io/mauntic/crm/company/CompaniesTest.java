package io.mauntic.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithComponents
class CompaniesTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void a_company_is_created_and_changed() {
        long id =
                create(
                        JsonObject.of(
                                "name",
                                "Engines",
                                "website",
                                "https://engines.example",
                                "city",
                                "London"));

        crm.patch(
                        "/api/crm/companies/" + id,
                        new JsonObject().put("industry", "Computing").putNull("city"))
                .statusCode(200)
                .body("name", equalTo("Engines"))
                .body("website", equalTo("https://engines.example"))
                .body("industry", equalTo("Computing"))
                .body("city", nullValue());
        crm.get("/api/crm/companies/" + id)
                .body("industry", equalTo("Computing"))
                .body("contacts", equalTo(0));
        JsonObject event = JsonObject.of("companyId", id, "name", "Engines");
        assertThat(EventProbe.await("crm.events", crm.organization(), "CompanyCreated", 1))
                .extracting(EventProbe.Seen::data)
                .containsExactly(event);
        assertThat(EventProbe.await("crm.events", crm.organization(), "CompanyUpdated", 1))
                .extracting(EventProbe.Seen::data)
                .containsExactly(event);
    }

    @Test
    void contacts_make_companies_by_naming_them() {
        crm.contact(Map.of("company", "Engines"));
        crm.contact(Map.of("company", "ENGINES"));
        long third = crm.contact(Map.of());
        crm.patch("/api/crm/contacts/" + third, JsonObject.of("company", "Navy"));

        crm.get("/api/crm/companies")
                .body("items.name", contains("Engines", "Navy"))
                .body("items.contacts", contains(2, 1))
                .body("total", equalTo(2));
        crm.get("/api/crm/companies?search=eng&orderBy=createdAt&orderDir=desc")
                .body("items.name", contains("Engines"));
    }

    @Test
    void a_new_name_reaches_the_contacts() {
        long contact = crm.contact(Map.of("company", "Engines"));
        int id = crm.get("/api/crm/companies").extract().jsonPath().getInt("items[0].id");

        crm.patch("/api/crm/companies/" + id, JsonObject.of("name", "Engines Ltd"))
                .statusCode(200)
                .body("contacts", equalTo(1));

        crm.get("/api/crm/contacts/" + contact).body("company", equalTo("Engines Ltd"));
        assertThat(
                        EventProbe.await("crm.events", crm.organization(), "ContactUpdated", 1)
                                .getFirst()
                                .data()
                                .getJsonObject("changed"))
                .isEqualTo(JsonObject.of("company", "Engines Ltd"));
    }

    @Test
    void a_name_is_one_company() {
        create(JsonObject.of("name", "Engines"));
        long navy = create(JsonObject.of("name", "Navy"));

        crm.post("/api/crm/companies", JsonObject.of("name", "engines"))
                .statusCode(409)
                .body("code", equalTo("company-name-taken"));
        crm.patch("/api/crm/companies/" + navy, JsonObject.of("name", "ENGINES"))
                .statusCode(409)
                .body("violations.field", contains("name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 422 | name",
                "{\"name\": \" \"} | 422 | name",
                "{\"name\": \"x\", \"website\": \"javascript:alert(1)\"} | 422 | website",
                "{\"name\": \"x\", \"boss\": \"y\"} | 400 | boss"
            })
    void what_cannot_be_is_refused(String body, int status, String field) {
        crm.request()
                .body(body)
                .post("/api/crm/companies")
                .then()
                .statusCode(status)
                .body("violations.field", hasItem(field));
    }

    @Test
    void the_list_goes_on_behind_its_cursor() {
        create(JsonObject.of("name", "A"));
        create(JsonObject.of("name", "B"));

        String cursor =
                crm.get("/api/crm/companies?limit=1")
                        .body("items.name", contains("A"))
                        .extract()
                        .jsonPath()
                        .getString("nextCursor");

        crm.get("/api/crm/companies?limit=1&cursor=" + cursor)
                .body("items.name", contains("B"))
                .body("nextCursor", nullValue());
        crm.get("/api/crm/companies?orderBy=website").statusCode(422);
        crm.get("/api/crm/companies?orderDir=sideways").statusCode(422);
    }

    @Test
    void they_are_behind_the_wall() {
        long id = create(JsonObject.of("name", "Engines"));
        String path = "/api/crm/companies/" + id;
        CrmClient other = CrmClient.ofNewOrganization();

        other.get(path).statusCode(404);
        other.patch(path, JsonObject.of("name", "x")).statusCode(404);
        other.get("/api/crm/companies").body("total", equalTo(0));
        crm.with("crm:companies:read")
                .post("/api/crm/companies", JsonObject.of("name", "x"))
                .statusCode(403);
        crm.with("crm:contacts:read").get(path).statusCode(403);
        crm.request().auth().none().get(path).then().statusCode(401);
    }

    @Test
    void a_company_that_breaks_a_newer_rule_is_shown_and_can_be_edited() {
        long id = create(JsonObject.of("name", "Engines"));
        String path = "/api/crm/companies/" + id;
        TestDatabase.execute(
                "update crm.company set website = 'engines', city = repeat('x', 150) where id = "
                        + id);

        crm.get(path).statusCode(200).body("website", equalTo("engines"));
        crm.patch(path, JsonObject.of("industry", "Computing"))
                .statusCode(200)
                .body("industry", equalTo("Computing"))
                .body("website", equalTo("engines"));
        crm.patch(path, JsonObject.of("website", "engine"))
                .statusCode(422)
                .body("violations.field", contains("website"));
    }

    private long create(JsonObject company) {
        return crm.post("/api/crm/companies", company)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
