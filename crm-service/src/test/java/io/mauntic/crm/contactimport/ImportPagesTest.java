package io.mauntic.crm.contactimport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ImportPagesTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void an_empty_list_says_what_to_do_first() {
        page("/ui/crm/imports").statusCode(200).body(containsString("No imports yet"));
        page("/ui/crm/imports/new")
                .statusCode(200)
                .body(containsString("type=\"file\""))
                .body(containsString("300 MB"));
    }

    @Test
    void a_file_is_uploaded_its_columns_are_checked_and_it_is_imported() {
        String draft =
                shown(
                        upload("E-mail;Shoe size;Secret\nada@example.org;<i>38</i>;x\nnobody;1;y\n")
                                .statusCode(303)
                                .extract()
                                .header("Location"));
        page(draft)
                .statusCode(200)
                .body(containsString("<option value=\"email\" selected>"))
                .body(containsString("Custom field “shoe_size”"))
                .body(containsString("&lt;i&gt;38&lt;/i&gt;"));

        form().formParam("column.0", "")
                .formParam("column.1", "")
                .formParam("column.2", "")
                .post(draft)
                .then()
                .statusCode(422)
                .body(containsString("No column holds the email address."));
        String started =
                shown(
                        form().formParam("column.0", "email")
                                .formParam("column.1", "fields.shoe_size")
                                .formParam("column.2", "")
                                .post(draft)
                                .then()
                                .statusCode(303)
                                .extract()
                                .header("Location"));

        Eventually.asserted(
                () ->
                        page(started)
                                .statusCode(200)
                                .body(containsString("Finished"))
                                .body(containsString("1 row could not be imported: see why"))
                                .body(containsString("Rejected rows"))
                                .body(containsString("nobody"))
                                .body(containsString("Left out")));
        page(started + "/events").statusCode(200).body(containsString("event:done"));
        page(started + "/rejects").statusCode(200).body(containsString("nobody"));
        page("/ui/crm/imports")
                .body(containsString("contacts.csv"))
                .body(containsString("Finished"));
        page(draft).statusCode(404);
        form().post(started + "/cancel")
                .then()
                .statusCode(303)
                .header("Location", endsWith(started.replace("/ui/", "/app/")));
        crm.get("/api/crm/contacts").body("items[0].fields.toString()", not(containsString("x")));
    }

    @Test
    void what_cannot_be_imported_is_told_beside_the_field() {
        upload("PK\u0003\u0004").statusCode(422).body(containsString("not a CSV"));
        upload("").statusCode(422).body(containsString("Choose the CSV file first."));
    }

    @Test
    void nobody_else_sees_its_pages() {
        String draft = shown(upload("email\nada@example.org\n").extract().header("Location"));
        CrmClient other = CrmClient.ofNewOrganization();

        given().auth().oauth2(other.token()).get(draft).then().statusCode(404);
        given().auth()
                .oauth2(crm.with("crm:imports:read").token())
                .get(draft)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(crm.with("crm:imports:read").token())
                .get("/ui/crm/imports")
                .then()
                .statusCode(200)
                .body(not(containsString("/app/crm/imports/new")));
        given().auth()
                .oauth2(other.token())
                .get("/ui/crm/imports/1234567")
                .then()
                .statusCode(404)
                .body(containsString("This import does not exist"));
        given().get("/ui/crm/imports").then().statusCode(401);
    }

    private ValidatableResponse upload(String csv) {
        return given().auth()
                .oauth2(crm.token())
                .redirects()
                .follow(false)
                .multiPart("file", "contacts.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/ui/crm/imports/new")
                .then();
    }

    private ValidatableResponse page(String path) {
        return given().auth().oauth2(crm.token()).get(path).then();
    }

    private RequestSpecification form() {
        return given().auth()
                .oauth2(crm.token())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded");
    }

    private static String shown(String location) {
        return location.replaceFirst(".*/app/", "/ui/");
    }
}
