package io.mauntic.crm.company;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class CompanyPagesTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void the_list_says_what_to_do_first_and_then_shows_the_companies() {
        form(crm)
                .get("/ui/crm/companies")
                .then()
                .statusCode(200)
                .body(containsString("No companies yet"));
        crm.contact(Map.of("company", "Engines <b>&</b> Co"));

        form(crm)
                .get("/ui/crm/companies")
                .then()
                .body(
                        allOf(
                                containsString("Engines &lt;b&gt;&amp;&lt;/b&gt; Co"),
                                containsString("1–1 of 1")));
        form(crm).get("/ui/crm/companies?search=navy").then().body(containsString("Nothing found"));
    }

    @Test
    void a_company_is_created_changed_and_shown_with_its_people() {
        String location =
                form(crm)
                        .formParam("name", "Engines")
                        .formParam("website", "https://engines.example")
                        .post("/ui/crm/companies/new")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        String path = "/ui/crm/companies/" + location.substring(location.lastIndexOf('/') + 1);
        crm.contact(Map.of("firstname", "Ada", "company", "engines"));

        form(crm)
                .get(path)
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("href=\"https://engines.example\""),
                                containsString("Contacts of Engines"),
                                containsString("Ada")));
        form(crm)
                .get(path + "/edit")
                .then()
                .statusCode(200)
                .body(containsString("value=\"Engines\""));
        form(crm)
                .formParam("name", "Engines Ltd")
                .post(path + "/edit")
                .then()
                .statusCode(303)
                .header("Location", endsWith(path.replace("/ui/", "/app/")));
        crm.get("/api/crm/contacts").body("items[0].company", equalTo("Engines Ltd"));
    }

    @Test
    void what_cannot_be_is_said_beside_its_field() {
        crm.post("/api/crm/companies", JsonObject.of("name", "Navy")).statusCode(201);

        form(crm)
                .formParam("name", "navy")
                .formParam("city", "Norfolk")
                .post("/ui/crm/companies/new")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("There is a company of this name already."),
                                containsString("value=\"Norfolk\"")));
        form(crm)
                .formParam("name", "")
                .formParam("website", "javascript:alert(1)")
                .post("/ui/crm/companies/new")
                .then()
                .statusCode(422)
                .body(
                        allOf(
                                containsString("A company needs a name."),
                                containsString("This is not a web address.")));
    }

    @Test
    void the_pages_are_behind_the_wall() {
        int id =
                crm.post("/api/crm/companies", JsonObject.of("name", "Navy"))
                        .extract()
                        .jsonPath()
                        .getInt("id");
        CrmClient reader = crm.with("crm:companies:read");

        form(crm).auth().none().get("/ui/crm/companies").then().statusCode(401);
        form(crm.with("crm:contacts:read")).get("/ui/crm/companies").then().statusCode(403);
        form(reader)
                .get("/ui/crm/companies/" + id)
                .then()
                .statusCode(200)
                .body(not(containsString("/edit")));
        form(reader).get("/ui/crm/companies/new").then().statusCode(403);
        form(CrmClient.ofNewOrganization())
                .get("/ui/crm/companies/" + id)
                .then()
                .statusCode(404)
                .body(containsString("This company does not exist"));
    }

    private static RequestSpecification form(CrmClient who) {
        return who.request()
                .contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false);
    }
}
