package io.mauntic.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What one organization has, another one never sees. */
class OtherOrganizationTest {

    private static final String PASSWORD = "correct-horse-battery";

    private final String run = Long.toString(System.nanoTime(), 36);

    @Test
    void another_organization_gets_404_for_everything_and_empty_lists() {
        Api ours = Api.as(Platform.ADMINISTRATOR);
        String contact =
                made(
                        ours,
                        "/api/crm/contacts",
                        "{\"email\": \"wall.%s@example.org\", \"firstname\": \"Wall\"}");
        String company = made(ours, "/api/crm/companies", "{\"name\": \"Wall %s\"}");
        String segment =
                made(
                        ours,
                        "/api/crm/segments",
                        "{\"name\": \"Wall %s\", \"filter\": {\"match\": \"all\", \"rules\": [{\"field\": \"firstname\", \"operator\": \"equals\", \"value\": \"Wall\"}]}}");
        String email =
                made(
                        ours,
                        "/api/messaging/emails",
                        "{\"name\": \"Wall %s\", \"subject\": \"s\", \"html\": \"<p>h</p>\", \"fromName\": \"f\", \"fromAddress\": \"f@example.org\"}");
        String campaign = made(ours, "/api/campaign/campaigns", "{\"name\": \"Wall %s\"}");
        String form =
                made(
                        ours,
                        "/api/content/forms",
                        "{\"name\": \"Wall\", \"alias\": \"wall-%s\", \"fields\": [{\"alias\": \"email\", \"label\": \"Email\", \"type\": \"email\"}]}");
        String webhook =
                made(
                        ours,
                        "/api/integrations/webhooks",
                        "{\"name\": \"Wall %s\", \"url\": \"https://example.org/hook\", \"events\": [\"EmailSent\"]}");

        Api theirs = otherOrganization(ours);

        for (String thing :
                new String[] {
                    contact,
                    contact + "/timeline",
                    company,
                    segment,
                    segment + "/contacts",
                    email,
                    email + "/preview",
                    campaign,
                    campaign + "/log",
                    form,
                    form + "/submissions",
                    webhook,
                    webhook + "/deliveries"
                }) {
            assertThat(ours.getRaw(thing).statusCode()).as("ours: " + thing).isEqualTo(200);
            assertThat(theirs.getRaw(thing).statusCode()).as("theirs: " + thing).isEqualTo(404);
        }
        for (String thing :
                new String[] {contact, company, segment, email, campaign, form, webhook}) {
            assertThat(
                            theirs.send(
                                            "PATCH",
                                            thing,
                                            "application/merge-patch+json",
                                            "{\"name\": \"stolen\"}")
                                    .statusCode())
                    .as("PATCH " + thing)
                    .isIn(400, 404);
            assertThat(theirs.send("DELETE", thing, "application/json", "").statusCode())
                    .as("DELETE " + thing)
                    .isIn(404, 405);
            assertThat(ours.getRaw(thing).statusCode()).as("still there: " + thing).isEqualTo(200);
        }
        for (String list :
                new String[] {
                    "/api/crm/contacts",
                    "/api/crm/segments",
                    "/api/messaging/emails",
                    "/api/campaign/campaigns",
                    "/api/content/forms",
                    "/api/integrations/webhooks"
                }) {
            assertThat(theirs.get(list).path("total").asLong()).as(list).isZero();
        }
        assertThat(theirs.get("/api/analytics/summary").path("contacts").asLong()).isZero();
    }

    private Api otherOrganization(Api administrator) {
        String email = "admin." + run + "@other.example";
        administrator.create(
                "/api/identity/organizations",
                "{\"name\": \"Other %s\", \"administrator\": {\"name\": \"Olga Other\", \"email\": \"%s\"}}"
                        .formatted(run, email));
        Owner.accepts(email, PASSWORD);
        return Api.as(email, PASSWORD);
    }

    private String made(Api api, String path, String body) {
        JsonNode thing = api.create(path, body.formatted(run));
        return path + "/" + thing.path("id").asText();
    }
}
