package io.mauntic.content.form;

import static io.mauntic.content.form.FormsApi.READ;
import static io.mauntic.content.form.FormsApi.WRITE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.test.EventProbe;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.TestTokens;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What attackers type where visitors and marketers type, through every page that shows it again.
 */
@QuarkusTest
@WithComponents
class HostileInputTest {

    private final OrganizationId organization = TestOrganizations.next();
    private final FormsApi api = new FormsApi(organization);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus=alert(1) x='",
                "</textarea><svg onload=alert(1)>",
                "</title></script><script>alert(1)</script>",
                "{{7*7}}{#if true}x{/if}{content:forms}${7*7}",
                "<!--<iframe src=javascript:alert(1)>",
                "javascript:alert(1)//\u0000\u202Eevil",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\\u003cscript\\u003e '; drop table submission; --"
            })
    void it_stays_text_wherever_it_is_shown(String evil) {
        String alias = FormsApi.alias("evil");
        long id = api.createWith(form(alias, evil));
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Referer", "https://x.example/" + "a".repeat(500))
                .header("User-Agent", "<script>alert(1)</script>")
                .formParam("email", "ada@example.com")
                .formParam("note", evil)
                .formParam("mt-page", "https://x.example/?q=" + evil)
                .formParam("mt-visitor", evil)
                .post("/f/" + alias)
                .then()
                .statusCode(200);

        for (String page :
                List.of(
                        "",
                        "/" + id,
                        "/" + id + "/submissions",
                        "/" + id + "/edit",
                        "/" + id + "/delete")) {
            inspect(
                    given().auth()
                            .oauth2(TestTokens.of(organization, READ, WRITE))
                            .get("/ui/content/forms" + page)
                            .asString());
        }
        inspect(given().get("/f/" + alias).asString());
        Document refused =
                inspect(
                        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                                .formParam("email", evil)
                                .formParam("note", evil)
                                .post("/f/" + alias)
                                .then()
                                .statusCode(422)
                                .extract()
                                .asString());
        assertThat(refused.select("input[name=note]").attr("value")).isEqualTo(shown(evil));
        String script = given().get("/f/" + alias + "/embed.js").asString();
        String html =
                new JsonObject(
                                script.substring(
                                        script.lastIndexOf("({\"") + 1, script.lastIndexOf(");")))
                        .getString("html");
        inspect(html);
    }

    @Test
    void tracking_data_is_typed_and_bounded_before_it_is_told() {
        String key = api.as(READ).get("/api/content/site").then().extract().path("key");
        String evil = "<script>alert(1)</script>\u0000\r\nSet-Cookie: a=b\u202E";
        given().contentType("text/plain; charset=UTF-8")
                .header("Referer", "javascript:alert(1)")
                .header("User-Agent", evil)
                .body(
                        new JsonObject()
                                .put("site", key)
                                .put("visitor", "0123456789abcdef")
                                .put("url", "https://x.example/?q=" + evil + "&" + "x".repeat(5000))
                                .put("title", evil + "x".repeat(5000))
                                .put("referrer", "javascript:alert(1)")
                                .put("mtc", new JsonObject().put("$ne", 1))
                                .put("unknown", new JsonArray().add(evil))
                                .encode())
                .post("/mtc/event")
                .then()
                .statusCode(204);

        JsonObject told =
                EventProbe.await("content.events", organization, "PageVisited", 1)
                        .getFirst()
                        .data();
        assertThat(told.getString("url")).isEqualTo("https://x.example/");
        assertThat(told.getString("title"))
                .startsWith("<script>alert(1)</script>  Set-Cookie: a=b")
                .hasSize(300);
        assertThat(told.fieldNames()).containsExactlyInAnyOrder("visitorId", "url", "title");
    }

    private static Document inspect(String html) {
        Document page = Jsoup.parse(html);
        assertThat(
                        page.select(
                                "script:not([src^=/mtc.js]), iframe, svg, img, [onerror], [onload], [onfocus], [style], [href^=javascript]"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
        return page;
    }

    // What no text may hold is taken out; everything else is shown as it was typed.
    private static String shown(String evil) {
        return evil.replace("\u0000", "").replace("\u202E", "");
    }

    private static String form(String alias, String evil) {
        return new JsonObject()
                .put("name", evil)
                .put("alias", alias)
                .put("buttonLabel", evil)
                .put("postAction", new JsonObject().put("type", "message").put("message", evil))
                .put(
                        "fields",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("alias", "email")
                                                .put("label", evil)
                                                .put("type", "email")
                                                .put("required", true)
                                                .put("mapsTo", "email"))
                                .add(
                                        new JsonObject()
                                                .put("alias", "note")
                                                .put("label", evil)
                                                .put("type", "text")
                                                .put("help", evil)
                                                .put("placeholder", evil)
                                                .put("defaultValue", evil))
                                .add(
                                        new JsonObject()
                                                .put("alias", "pick")
                                                .put("label", evil)
                                                .put("type", "select")
                                                .put("options", new JsonArray().add(evil))))
                .encode();
    }
}
