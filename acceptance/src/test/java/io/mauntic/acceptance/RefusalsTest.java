package io.mauntic.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bad input gets: a refusal that names the field in a sentence, never a failure. */
class RefusalsTest {

    private static Api api;

    @BeforeAll
    static void signIn() {
        api = Api.as(Platform.ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/crm/contacts",
        "/api/crm/segments",
        "/api/messaging/emails",
        "/api/campaign/campaigns",
        "/api/content/forms",
        "/api/integrations/webhooks",
        "/api/identity/users"
    })
    void malformed_json_is_400(String path) {
        refused(api.post(path, "{\"name\": "), 400, null);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/messaging/emails, subject",
        "/api/content/forms, alias",
        "/api/integrations/webhooks, url",
        "/api/identity/users, email"
    })
    void what_is_missing_is_422_and_named(String path, String missing) {
        refused(api.post(path, "{\"name\": \"Refused\"}"), 422, missing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'field': 'shoes', 'operator': 'equals', 'value': 'x'} | field",
                "{'field': 'points', 'operator': 'contains', 'value': '1'} | operator",
                "{'field': 'city', 'operator': 'sounds-like', 'value': 'x'} | operator",
                "{'field': 'points', 'operator': 'greaterThan', 'value': 'many'} | value"
            })
    void a_rule_that_fits_nothing_is_422_and_names_the_part(String rule, String part) {
        String body =
                "{'name': 'Refused', 'filter': {'match': 'all', 'rules': [%s]}}"
                        .formatted(rule)
                        .replace('\'', '"');

        refused(api.post("/api/crm/segments", body), 422, "filter.rules[0]." + part);
    }

    @Test
    void an_unknown_member_of_a_filter_is_refused() {
        String body =
                "{'name': 'Refused', 'filter': {'match': 'all', 'colour': 'red', 'rules': []}}"
                        .replace('\'', '"');

        assertThat(api.post("/api/crm/segments", body).statusCode()).isIn(400, 422);
    }

    @Test
    void broken_liquid_is_422_and_names_its_field() {
        String body =
                "{'name': 'Refused', 'subject': 'Hello', 'html': '{% if %}', 'fromName': 'f', 'fromAddress': 'f@example.org'}"
                        .replace('\'', '"');

        refused(api.post("/api/messaging/emails", body), 422, "html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'key': 'a', 'type': 'action', 'kind': 'contact.tags', 'parent': 'b', 'properties': {'add': ['x']}}, {'key': 'b', 'type': 'action', 'kind': 'contact.tags', 'parent': 'a', 'properties': {'add': ['x']}}",
                "{'key': 'a', 'type': 'action', 'kind': 'contact.tags', 'parent': 'nowhere', 'properties': {'add': ['x']}}"
            })
    void a_campaign_with_a_loop_or_an_orphan_is_422(String events) {
        Response answer =
                api.post(
                        "/api/campaign/campaigns",
                        "{'name': 'Refused', 'events': [%s]}".formatted(events).replace('\'', '"'));

        refused(answer, 422, "events[0].parent");
    }

    @Test
    void a_second_form_with_the_same_alias_is_409() {
        String body =
                "{'name': 'Twice', 'alias': 'twice-%s', 'fields': [{'alias': 'email', 'label': 'Email', 'type': 'email'}]}"
                        .formatted(Long.toString(System.nanoTime(), 36))
                        .replace('\'', '"');
        api.create("/api/content/forms", body);

        refused(api.post("/api/content/forms", body), 409, null);
    }

    @Test
    void a_file_that_is_no_csv_is_refused_and_nothing_is_imported() {
        Response answer =
                api.upload(
                        "/api/crm/imports",
                        "picture.png",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});

        refused(answer, 422, null);
    }

    @Test
    void a_webhook_to_a_private_address_scheme_is_refused() {
        refused(
                api.post(
                        "/api/integrations/webhooks",
                        "{\"name\": \"Refused\", \"url\": \"file:///etc/passwd\", \"events\": [\"EmailSent\"]}"),
                422,
                "url");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/crm/contacts?orderBy=email%3Bdrop%20table%20contact",
        "/api/crm/contacts?limit=100000",
        "/api/crm/contacts?page=-1",
        "/api/analytics/series?metric=nonsense",
        "/api/analytics/summary?from=yesterday"
    })
    void a_parameter_that_makes_no_sense_is_refused(String path) {
        assertThat(api.getRaw(path).statusCode()).isIn(400, 404, 422);
    }

    private static void refused(Response answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode problem = Api.json(answer, status);
        assertThat(problem.path("detail").asText())
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("io.mauntic");
        if (field != null) {
            assertThat(problem.path("violations").findValuesAsText("field")).contains(field);
        }
    }
}
