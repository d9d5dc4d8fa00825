package io.mauntic.crm.contactimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mauntic.crm.CrmClient;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.Eventually;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithComponents
class ImportsTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @Test
    void a_file_becomes_contacts() {
        JsonPath done =
                imported(
                        """
                        First name;Nachname;E-Mail;Ville;Points;Tags;Shoe size
                        Ada;Lovelace;ADA@Example.org;London;12;vip|press;38
                        "Grace";"Hopper";grace@example.org;"New
                        York";;;
                        """);

        assertThat(done.getString("status")).isEqualTo("finished");
        assertThat(figures(done)).containsExactly(2, 2, 2, 0, 0, 0);
        assertThat(done.getList("mapping.field"))
                .containsExactly(
                        "firstname",
                        "lastname",
                        "email",
                        "city",
                        "points",
                        "tags",
                        "fields.shoe_size");
        crm.get("/api/crm/contacts?orderBy=firstname&orderDir=asc")
                .body("items.email", contains("ada@example.org", "grace@example.org"))
                .body("items[0].tags", contains("press", "vip"))
                .body("items[0].points", equalTo(12))
                .body("items[0].fields", hasEntry("shoe_size", "38"))
                .body("items[1].city", equalTo("New\nYork"));
        crm.get("/api/crm/tags").body("items.name", contains("press", "vip"));
        assertThat(EventProbe.await("crm.events.import", crm.organization(), "ContactCreated", 2))
                .allSatisfy(
                        event -> assertThat(event.data().getString("source")).isEqualTo("import"));
        assertThat(
                        EventProbe.await("crm.events", crm.organization(), "ImportFinished", 1)
                                .getFirst()
                                .data()
                                .getLong("created"))
                .isEqualTo(2);
    }

    @Test
    void contacts_that_are_there_are_updated_and_empty_cells_overwrite_nothing() {
        long ada =
                crm.contact(
                        Map.of(
                                "email",
                                "ada@example.org",
                                "firstname",
                                "Ada",
                                "city",
                                "London",
                                "points",
                                5,
                                "tags",
                                List.of("old"),
                                "fields",
                                Map.of("a", "1")));

        JsonPath done =
                imported(
                        """
                        email,firstname,city,company,points,tags,b,stage
                        ada@example.org,,Paris,Analytical Engines,99,new,2,customer
                        """);

        assertThat(figures(done)).containsExactly(1, 1, 0, 1, 0, 0);
        crm.get("/api/crm/contacts/{id}", ada)
                .body("firstname", equalTo("Ada"))
                .body("city", equalTo("Paris"))
                .body("points", equalTo(5))
                .body("stage", equalTo("customer"))
                .body("tags", contains("new", "old"))
                .body("fields.a", equalTo("1"))
                .body("fields.b", equalTo("2"));
        crm.get("/api/crm/companies").body("items.name", contains("Analytical Engines"));
        JsonObject changed =
                EventProbe.await("crm.events.import", crm.organization(), "ContactUpdated", 1)
                        .getFirst()
                        .data()
                        .getJsonObject("changed");
        assertThat(changed.getMap())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("city", "Paris", "company", "Analytical Engines", "fields.b", "2"));
        assertThat(
                        EventProbe.await("crm.events.import", crm.organization(), "TagsChanged", 1)
                                .getFirst()
                                .data()
                                .getJsonArray("added"))
                .isEqualTo(new JsonArray().add("new"));
        assertThat(EventProbe.await("crm.events.import", crm.organization(), "StageChanged", 1))
                .hasSize(1);
    }

    @Test
    void the_same_file_twice_changes_nothing_the_second_time() {
        String csv = "email,firstname,tags\nada@example.org,Ada,vip\ngrace@example.org,Grace,\n";
        imported(csv);
        long versions =
                TestDatabase.number(
                        "select sum(version) from crm.contact where organization_id = "
                                + crm.organization());

        assertThat(figures(imported(csv))).containsExactly(2, 2, 0, 2, 0, 0);
        assertThat(
                        TestDatabase.number(
                                "select sum(version) from crm.contact where organization_id = "
                                        + crm.organization()))
                .isEqualTo(versions);
    }

    @Test
    void rows_with_one_address_are_one_contact() {
        JsonPath done =
                imported(
                        "email,firstname,city\nada@example.org,A,\nADA@example.org,Ada,\nada@example.org,,London\n");

        assertThat(figures(done)).containsExactly(3, 3, 1, 2, 0, 0);
        crm.get("/api/crm/contacts")
                .body("items.firstname", contains("Ada"))
                .body("items.city", contains("London"));
    }

    @Test
    void a_bad_row_never_stops_the_rest_and_tells_why() {
        JsonPath done =
                imported(
                        """
                        email,name,points
                        ada@example.org,Ada,1
                        nobody,Nobody,1
                        ,,

                        ,Missing,1
                        "open@example.org,Open,1
                        bob@example.org,Bob,many
                        eve@example.org,Eve,3
                        """);

        assertThat(figures(done)).containsExactly(8, 8, 2, 0, 2, 4);
        String rejects =
                given().auth()
                        .oauth2(crm.token())
                        .get("/api/crm/imports/{id}/rejects", done.getLong("id"))
                        .then()
                        .statusCode(200)
                        .header("Content-Type", startsWith("text/csv"))
                        .extract()
                        .asString();
        assertThat(rejects.lines())
                .containsExactly(
                        "line,reason,email,name,points",
                        "3,This is not an email address. It looks like name@example.com.,nobody,Nobody,1",
                        "6,The email address is missing.,,Missing,1",
                        "7,\"The quotes of this row do not match: one is opened and not closed within 262,144 characters, or text follows a closing one.\",\"\"\"open@example.org,Open,1\"",
                        "8,\"Points are a whole number, such as 10.\",bob@example.org,Bob,many");
    }

    @Test
    void a_mapping_says_what_is_read() {
        JsonPath done =
                imported(
                        "A,B,C\nada@example.org,Ada,secret\n",
                        "{\"A\": \"email\", \"B\": \"fields.nick\", \"C\": null}");

        assertThat(figures(done)).containsExactly(1, 1, 1, 0, 0, 0);
        crm.get("/api/crm/contacts").body("items[0].fields", equalTo(Map.of("nick", "Ada")));
    }

    @Test
    void segments_follow_an_import() {
        long segment =
                crm.post(
                                "/api/crm/segments",
                                new JsonObject(
                                        "{\"name\": \"B\", \"filter\": {\"rules\": [{\"field\": \"city\", \"operator\": \"equals\", \"value\": \"Berlin\"}]}}"))
                        .extract()
                        .jsonPath()
                        .getLong("id");
        crm.contact(Map.of("email", "bob@example.org", "city", "Berlin"));

        imported(
                "email,city\nada@example.org,Berlin\nbob@example.org,Paris\neve@example.org,Rome\n");

        crm.get("/api/crm/segments/{id}/contacts", segment)
                .body("items.email", contains("ada@example.org"));
        assertThat(
                        EventProbe.await(
                                "crm.events.bulk", crm.organization(), "ContactAddedToSegment", 1))
                .isNotEmpty();
    }

    @Test
    void whoever_wanted_nothing_and_was_erased_is_imported_as_one_who_wants_nothing() {
        long ada = crm.contact(Map.of("email", "ada@example.org"));
        crm.post("/api/crm/contacts/" + ada + "/do-not-contact", new JsonObject()).statusCode(201);
        crm.delete("/api/crm/contacts/" + ada).statusCode(204);

        imported("email\nADA@example.org\nbob@example.org\n");

        assertThat(EventProbe.await("crm.events.bulk", crm.organization(), "DoNotContactAdded", 1))
                .extracting(event -> event.data().getString("address"))
                .containsExactly("ada@example.org");
        crm.get("/api/crm/contacts?orderBy=createdAt&orderDir=asc")
                .body("items.email", contains("ada@example.org", "bob@example.org"))
                .body("items[0].doNotContact", contains("email"))
                .body("items[1].doNotContact", empty());
    }

    @Test
    void an_interrupted_import_resumes_where_it_stood() {
        StringBuilder csv = new StringBuilder("email,city\n");
        for (int i = 0; i < 12_000; i++) {
            csv.append("person").append(i).append("@example.org,Berlin\n");
        }
        long id = upload(csv.toString(), null).statusCode(202).extract().jsonPath().getLong("id");
        Eventually.until(
                "the first chunk is in",
                () ->
                        crm.get("/api/crm/imports/{id}", id)
                                        .extract()
                                        .jsonPath()
                                        .getLong("processed")
                                >= 5_000);
        TestDatabase.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'crm_app'");

        JsonPath done = awaitEnd(id);

        assertThat(done.getString("status")).isEqualTo("finished");
        assertThat(figures(done)).containsExactly(12_000, 12_000, 12_000, 0, 0, 0);
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.contact where organization_id = "
                                        + crm.organization()))
                .isEqualTo(12_000);
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.import_queue where organization_id = "
                                        + crm.organization()))
                .isZero();
    }

    @Test
    void a_running_import_can_be_cancelled_and_an_ended_one_cannot() {
        StringBuilder csv = new StringBuilder("email\n");
        for (int i = 0; i < 60_000; i++) {
            csv.append("person").append(i).append("@example.org\n");
        }
        long id = upload(csv.toString(), null).statusCode(202).extract().jsonPath().getLong("id");

        crm.request()
                .post("/api/crm/imports/{id}/cancel", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("finishedAt", notNullValue());

        crm.request().post("/api/crm/imports/{id}/cancel", id).then().statusCode(409);
        Eventually.until(
                "nobody is at it",
                () ->
                        TestDatabase.number(
                                        "select count(*) from crm.import_queue where import_id = "
                                                + id)
                                == 0);
        assertThat(
                        TestDatabase.number(
                                "select count(*) from crm.contact where organization_id = "
                                        + crm.organization()))
                .isEqualTo(
                        crm.get("/api/crm/imports/{id}", id)
                                .extract()
                                .jsonPath()
                                .getLong("processed"));
        assertThat(
                        EventProbe.await("crm.events", crm.organization(), "ImportFinished", 1)
                                .getFirst()
                                .data()
                                .getString("status"))
                .isEqualTo("cancelled");
    }

    @Test
    void what_cannot_be_imported_is_refused_with_a_reason() {
        upload("PK\u0003\u0004 a spreadsheet", null)
                .statusCode(422)
                .body("violations.field", contains("file"))
                .body("detail", containsString("not a CSV"));
        upload("", null).statusCode(422).body("detail", equalTo("The file is empty."));
        upload("name,city\nAda,London\n", null)
                .statusCode(422)
                .body("violations.field", contains("mapping"))
                .body("detail", startsWith("No column holds the email address."));
        upload("email\nada@example.org\n", "{\"Mail\": \"email\"}")
                .statusCode(422)
                .body("violations.field", contains("mapping"));
        upload("email\nada@example.org\n", "[")
                .statusCode(422)
                .body("violations.field", contains("mapping"));
        given().auth()
                .oauth2(crm.token())
                .multiPart("other", "x")
                .post("/api/crm/imports")
                .then()
                .statusCode(422)
                .body("violations.field", contains("file"));
        crm.get("/api/crm/imports").body("total", equalTo(0));
    }

    @Test
    void a_file_too_large_is_refused_in_words_though_its_length_was_never_told()
            throws IOException {
        var upload =
                (HttpURLConnection)
                        URI.create("http://localhost:" + RestAssured.port + "/api/crm/imports")
                                .toURL()
                                .openConnection();
        upload.setDoOutput(true);
        upload.setRequestProperty("Authorization", "Bearer " + crm.token());
        upload.setRequestProperty("Content-Type", "multipart/form-data; boundary=x");
        upload.setChunkedStreamingMode(1_000_000);
        byte[] rows = "ada@example.org\n".repeat(62_500).getBytes(StandardCharsets.UTF_8);
        try (var body = upload.getOutputStream()) {
            body.write(
                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\n\r\nemail\n"
                            .getBytes(StandardCharsets.UTF_8));
            for (int sent = 0; sent < 301; sent++) {
                body.write(rows);
            }
            body.write("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(upload.getResponseCode()).isEqualTo(413);
        assertThat(upload.getContentType()).startsWith("application/problem+json");
        try (var problem = upload.getErrorStream()) {
            assertThat(new String(problem.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("file-too-large", "larger than 300 MB");
        }
    }

    @Test
    void imports_are_listed_newest_first() {
        long first = imported("email\n").getLong("id");
        long second = imported("email\nada@example.org\n").getLong("id");

        crm.get("/api/crm/imports")
                .body("items.id", contains((int) second, (int) first))
                .body("items[0].fileName", equalTo("contacts.csv"));
        String cursor =
                crm.get("/api/crm/imports?limit=1")
                        .body("items.id", contains((int) second))
                        .extract()
                        .path("nextCursor");
        crm.get("/api/crm/imports?limit=1&cursor=" + cursor)
                .body("items.id", contains((int) first));
    }

    @Test
    void progress_is_streamed_to_the_end() {
        long id = upload("email\nada@example.org\n", null).extract().jsonPath().getLong("id");

        String events =
                given().auth()
                        .oauth2(crm.token())
                        .get("/api/crm/imports/{id}/events", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(events).contains("event:progress").contains("\"status\":\"finished\"");
    }

    @Test
    void nobody_else_sees_an_import() {
        long id = imported("email\nada@example.org\n").getLong("id");
        CrmClient other = CrmClient.ofNewOrganization();
        CrmClient reader = crm.with("crm:imports:read");
        CrmClient nobody = crm.with();

        for (String path : List.of("", "/rejects", "/events")) {
            other.get("/api/crm/imports/" + id + path).statusCode(404);
            nobody.get("/api/crm/imports/" + id + path).statusCode(403);
            given().get("/api/crm/imports/" + id + path).then().statusCode(401);
        }
        other.request().post("/api/crm/imports/" + id + "/cancel").then().statusCode(404);
        reader.request().post("/api/crm/imports/" + id + "/cancel").then().statusCode(403);
        given().auth()
                .oauth2(reader.token())
                .multiPart("file", "c.csv", "email\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/crm/imports")
                .then()
                .statusCode(403);
        given().multiPart("file", "c.csv", "email\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/crm/imports")
                .then()
                .statusCode(401);
        nobody.get("/api/crm/imports").statusCode(403);
    }

    private JsonPath imported(String csv) {
        return imported(csv, null);
    }

    private JsonPath imported(String csv, String mapping) {
        return awaitEnd(upload(csv, mapping).statusCode(202).extract().jsonPath().getLong("id"));
    }

    private ValidatableResponse upload(String csv, String mapping) {
        var request =
                given().auth()
                        .oauth2(crm.token())
                        .multiPart(
                                "file",
                                "../../contacts.csv",
                                csv.getBytes(StandardCharsets.UTF_8),
                                "text/csv");
        return (mapping == null ? request : request.multiPart("mapping", mapping))
                .post("/api/crm/imports")
                .then();
    }

    private JsonPath awaitEnd(long id) {
        Eventually.until(
                "the import has ended",
                () ->
                        List.of("finished", "failed", "cancelled")
                                .contains(
                                        crm.get("/api/crm/imports/{id}", id)
                                                .extract()
                                                .<String>path("status")));
        return crm.get("/api/crm/imports/{id}", id).extract().jsonPath();
    }

    private static List<Integer> figures(JsonPath done) {
        return Stream.of("total", "processed", "created", "updated", "ignored", "failed")
                .map(done::getInt)
                .toList();
    }
}
