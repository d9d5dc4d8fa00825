package io.mauntic.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mauntic.crm.CrmClient;
import io.mauntic.crm.paging.Cursor;
import io.mauntic.kit.test.TestDatabase;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithComponents
class ContactListTest {

    private final CrmClient crm = CrmClient.ofNewOrganization();

    @BeforeEach
    void people() {
        crm.contact(
                Map.of(
                        "firstname",
                        "Ada",
                        "lastname",
                        "Lovelace",
                        "email",
                        "ada@engines.example",
                        "company",
                        "Analytical Engines",
                        "points",
                        30));
        crm.contact(
                Map.of(
                        "firstname",
                        "Grace",
                        "lastname",
                        "Hopper",
                        "email",
                        "grace@navy.example",
                        "points",
                        20,
                        "stage",
                        "customer"));
        crm.contact(
                Map.of(
                        "firstname",
                        "Änne",
                        "lastname",
                        "van der Berg",
                        "company",
                        "Navy",
                        "points",
                        10,
                        "tags",
                        List.of("vip")));
        crm.contact(Map.of("firstname", "Anna Maria", "lastname", "Adams"));
        CrmClient.ofNewOrganization().contact(Map.of("firstname", "Ada"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "ada|Lovelace;Adams",
                "ADA love|Lovelace",
                "love ada|Lovelace",
                "ada@engines.example|Lovelace",
                "GRACE@navy|Hopper",
                "navy|van der Berg",
                "analytical engines|Lovelace",
                "van der berg|van der Berg",
                "äNN|van der Berg",
                "maria|Adams",
                "engines|Lovelace",
                "elace|Lovelace",
                "nobody|",
                "ada hopper|"
            },
            delimiter = '|')
    void search_finds_by_any_of_the_names_and_the_address(String search, String lastnames) {
        List<String> found =
                crm.get("/api/crm/contacts?search={search}", search)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.lastname");

        assertThat(found)
                .containsExactlyInAnyOrder(
                        lastnames == null ? new String[0] : lastnames.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "createdAt|asc|Lovelace;Hopper;van der Berg;Adams",
                "createdAt||Adams;van der Berg;Hopper;Lovelace",
                "updatedAt|asc|Lovelace;Hopper;van der Berg;Adams",
                "lastname||Adams;Hopper;Lovelace;van der Berg",
                "firstname|desc|van der Berg;Hopper;Adams;Lovelace",
                "points||Lovelace;Hopper;van der Berg;Adams",
                "company||Hopper;Adams;Lovelace;van der Berg"
            },
            delimiter = '|')
    void the_list_is_ordered_page_by_page_and_by_cursor_alike(
            String key, String direction, String expected) {
        String query =
                "/api/crm/contacts?limit=1&orderBy="
                        + key
                        + (direction == null ? "" : "&orderDir=" + direction);
        List<String> byPage = new ArrayList<>();
        List<String> byCursor = new ArrayList<>();
        String cursor = "";
        for (int page = 1; page <= 4; page++) {
            byPage.add(
                    crm.get(query + "&page=" + page)
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getString("items[0].lastname"));
            JsonPath next = crm.get(query + cursor).statusCode(200).extract().jsonPath();
            byCursor.add(next.getString("items[0].lastname"));
            cursor = "&cursor=" + next.getString("nextCursor");
        }

        assertThat(byPage).containsExactly(expected.split(";"));
        assertThat(byCursor).containsExactly(expected.split(";"));
        assertThat(cursor).isEqualTo("&cursor=null");
    }

    @Test
    void a_page_says_where_it_stands() {
        crm.get("/api/crm/contacts?page=2&limit=3")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("total", equalTo(4))
                .body("totalEstimated", equalTo(false))
                .body("page", equalTo(2))
                .body("limit", equalTo(3))
                .body("totalPages", equalTo(2))
                .body("nextCursor", nullValue());
    }

    @Test
    void filters_narrow_the_list() {
        crm.get("/api/crm/contacts?tag=vip")
                .body("items.lastname", contains("van der Berg"))
                .body("total", equalTo(1));
        crm.get("/api/crm/contacts?stage=customer").body("items.lastname", contains("Hopper"));
        int navy =
                crm.get("/api/crm/companies?search=navy")
                        .extract()
                        .jsonPath()
                        .getInt("items[0].id");
        crm.get("/api/crm/contacts?companyId=" + navy)
                .body("items.lastname", contains("van der Berg"));
        crm.get("/api/crm/contacts?companyId=" + navy + "&tag=vip&search=anne")
                .body("total", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orderBy=id;drop table contact",
                "orderBy=tags",
                "orderBy=email",
                "orderBy=city",
                "orderBy=stage",
                "orderDir=up",
                "limit=0",
                "limit=101",
                "page=0",
                "cursor=nonsense",
                "cursor=WyJhIl0",
                "orderBy=points&cursor=WyJhYmMiLCIxIl0"
            })
    void a_list_that_cannot_be_is_refused(String query) {
        crm.get("/api/crm/contacts?" + query)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-9223372036854775808"})
    void a_cursor_at_the_end_of_all_time_is_a_place_too(String micros) {
        String cursor = Cursor.of(micros, "1").toString();

        crm.get("/api/crm/contacts?orderBy=updatedAt&orderDir=asc&cursor=" + cursor)
                .statusCode(200)
                .body("items", hasSize(micros.startsWith("-") ? 4 : 0));
    }

    @Test
    void the_total_of_all_is_kept_and_not_counted() {
        long gone = crm.contact(Map.of("firstname", "Mary"));
        crm.delete("/api/crm/contacts/" + gone).statusCode(204);
        crm.contact(Map.of("firstname", "Katherine"));
        crm.contact(Map.of("firstname", "Dorothy"));

        crm.get("/api/crm/contacts")
                .body("total", equalTo(6))
                .body("totalEstimated", equalTo(false));
        assertThat(
                        TestDatabase.number(
                                "select sum(contacts) from crm.contact_tally where organization_id = "
                                        + crm.organization()))
                .isEqualTo(6);
        TestDatabase.execute(
                "update crm.contact_tally set contacts = contacts + 1000000 where ctid = (select min(ctid) from crm.contact_tally where organization_id = %s)"
                        .formatted(crm.organization()));
        crm.get("/api/crm/contacts").body("total", equalTo(1_000_006));
    }

    @Test
    void beyond_ten_thousand_a_filtered_total_is_an_estimate_and_says_so() {
        TestDatabase.execute(
                """
                insert into crm.contact (organization_id, firstname, email)
                select %s, 'Bulk', 'bulk' || i || '@example.com' from generate_series(1, 30000) as i
                """
                        .formatted(crm.organization()));

        JsonPath page =
                crm.get("/api/crm/contacts?search=bulk")
                        .statusCode(200)
                        .body("items", hasSize(20))
                        .extract()
                        .jsonPath();
        assertThat(page.getBoolean("totalEstimated")).isTrue();
        assertThat(page.getLong("total")).isBetween(10_001L, 90_000L);
        crm.get("/api/crm/contacts")
                .body("total", equalTo(30_004))
                .body("totalEstimated", equalTo(false));
        crm.get("/api/crm/contacts?search=bulk77")
                .body("total", equalTo(111))
                .body("totalEstimated", equalTo(false));
    }

    @Test
    void hostile_order_and_search_reach_no_statement() {
        crm.get("/api/crm/contacts?search={s}", "' or '1'='1")
                .statusCode(200)
                .body("total", equalTo(0));
        crm.get("/api/crm/contacts?tag={t}", "'; --").statusCode(200).body("total", equalTo(0));
        crm.get("/api/crm/contacts?orderBy={o}", "(select 1)")
                .statusCode(422)
                .body("detail", containsString("can be ordered by"));
        crm.post("/api/crm/contacts", JsonObject.of("lastname", "Ω≈ç√")).statusCode(201);
        crm.get("/api/crm/contacts?search={s}", "ω≈")
                .body("items.lastname", containsInAnyOrder("Ω≈ç√"));
    }
}
