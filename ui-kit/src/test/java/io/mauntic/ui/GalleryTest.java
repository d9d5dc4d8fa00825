package io.mauntic.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GalleryTest {

    private static Document page(String address, String language) {
        var html =
                given().urlEncodingEnabled(false)
                        .header("Accept-Language", language)
                        .get(address)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return Jsoup.parse(html);
    }

    @Test
    void nothing_needs_an_inline_script_or_style() {
        var page = page("/ui/kit/gallery", "en");
        assertThat(page.select("script, style, [style]")).isEmpty();
        assertThat(page.select("*"))
                .noneMatch(
                        element ->
                                element.attributes().asList().stream()
                                        .anyMatch(
                                                attribute ->
                                                        attribute.getKey().startsWith("on")
                                                                || attribute
                                                                        .getKey()
                                                                        .startsWith("hx-on")));
    }

    @Test
    void every_field_has_its_label_and_every_id_is_unique() {
        var page = page("/ui/kit/gallery", "en");
        assertThat(page.select("input:not([type=hidden]), select, textarea"))
                .allMatch(
                        field ->
                                field.hasAttr("aria-label")
                                        || !page.select("label[for=" + field.id() + "]").isEmpty());
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void values_are_escaped() {
        var page = page("/ui/kit/gallery", "en");
        assertThat(page.selectFirst("tbody a").text()).isEqualTo("Ada <Lovelace>");
        assertThat(page.select("lovelace")).isEmpty();
        assertThat(page.selectFirst("input[name=id][value=2]").attr("aria-label"))
                .isEqualTo("Select \"Quote\"");
        assertThat(page.selectFirst("textarea").wholeText()).isEqualTo("Line <1>");
    }

    @Test
    void a_list_links_to_its_other_sorts_filters_and_pages() {
        var page = page("/ui/kit/gallery?search=a%26b&orderBy=name&orderDir=asc&page=2", "en");
        assertThat(page.selectFirst("th[aria-sort=ascending] a").attr("href"))
                .isEqualTo("/app/kit/gallery?orderBy=name&orderDir=desc&search=a%26b");
        assertThat(page.selectFirst("a[rel=next]").attr("href"))
                .isEqualTo("/app/kit/gallery?orderBy=name&orderDir=asc&page=3&search=a%26b");
        assertThat(page.selectFirst("a[rel=prev]").attr("href")).doesNotContain("page=");
        assertThat(page.selectFirst("nav.card-footer p").text()).isEqualTo("21–40 of 5,000");
        assertThat(page.select("input[form=list-search]").eachAttr("name"))
                .containsExactly("orderBy", "orderDir");
        assertThat(page("/ui/kit/gallery?stage=lead", "en").select("a.btn-primary.btn-sm").text())
                .isEqualTo("Leads");
    }

    @Test
    void an_invalid_form_comes_back_with_its_message_and_values() {
        var answer = given().post("/ui/kit/gallery").then().statusCode(422).extract();
        var page = Jsoup.parse(answer.asString());
        var field = page.selectFirst("#field-email");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(field.hasAttr("autofocus")).isTrue();
        assertThat(field.attr("value")).isEqualTo("ada@");
        assertThat(page.getElementById("field-email-error").text())
                .isEqualTo("Enter an address like ada@example.org");
        assertThat(page.selectFirst("[role=alert] a").attr("href")).isEqualTo("#field-email");
    }

    @Test
    void a_builder_is_a_plain_form_that_enter_saves() {
        var form = page("/ui/kit/gallery", "en").selectFirst("form[data-draft]");
        assertThat(form.selectFirst("button[type=submit]").text()).isEqualTo("Save");
        assertThat(form.selectFirst("input[name=draftRevision]").attr("value")).isEqualTo("3");
        assertThat(form.selectFirst("[role=status]").text()).startsWith("This is your draft of");
        assertThat(form.selectFirst("[data-discard]").attr("formaction"))
                .isEqualTo("/app/kit/42/draft/discard");
    }

    @Test
    void a_valid_form_goes_on_with_a_toast() {
        var answer =
                given().header("Accept-Language", "de")
                        .redirects()
                        .follow(false)
                        .post("/ui/kit/gallery?ok=true")
                        .then()
                        .statusCode(303)
                        .extract();
        assertThat(answer.header("Location")).endsWith("/app/kit/gallery");
        assertThat(answer.header("HX-Trigger"))
                .isEqualTo("{\"toast\":{\"message\":\"R\\u00fcckg\\u00e4ngig\"}}");
    }

    @Test
    void words_numbers_and_dates_follow_the_language() {
        var page = page("/ui/kit/gallery", "de-DE,en;q=0.5");
        assertThat(page.selectFirst("nav.card-footer p").text()).isEqualTo("1–20 von 5.000");
        assertThat(page.selectFirst("#builder p").text()).isEqualTo("21.11.2026");
        assertThat(page.selectFirst("form .btn-primary[type=submit]").text())
                .isEqualTo("Speichern");
    }

    @Test
    void every_kind_of_number_is_grouped() {
        assertThat(page("/ui/kit/gallery/numbers", "en").text()).isEqualTo("1,000 2,000 3,000 50%");
    }

    @Test
    void the_table_behind_a_chart_has_its_numbers() {
        var page = page("/ui/kit/gallery", "en");
        assertThat(page.select("figure tbody td").eachAttr("data-value"))
                .containsExactly("1200", "40", "3", "2");
    }
}
