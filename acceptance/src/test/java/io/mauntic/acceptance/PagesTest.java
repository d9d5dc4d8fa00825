package io.mauntic.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page: whole without scripts, without an accessibility fault, within a phone's width, and a
 * picture of it to look at.
 */
class PagesTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final Map<String, String> PAGES = PageCatalogue.entrances();

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void every_page_is_accessible_and_is_pictured_wide_and_narrow_light_and_dark() {
        List<String> faults = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 390}) {
                look(PAGES, width, scheme, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void
            details_builders_and_answers_are_accessible_and_pictured_wide_in_the_light_narrow_in_the_dark() {
        Map<String, String> places = PageCatalogue.places(Api.as(Platform.ADMINISTRATOR));
        List<String> faults = new ArrayList<>();
        look(places, 1280, ColorScheme.LIGHT, faults);
        look(places, 390, ColorScheme.DARK, faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void every_page_can_be_read_without_scripts() {
        Page page = browser.signedInWithoutScripts(Platform.ADMINISTRATOR);
        PAGES.forEach(
                (name, address) -> {
                    assertThat(page.navigate(Platform.URL + address).status())
                            .as(name)
                            .isEqualTo(200);
                    assertThat(page.locator("main h1, main h2").first().innerText())
                            .as(name)
                            .isNotBlank();
                });
    }

    @Test
    void a_page_that_does_not_exist_says_so_inside_the_shell() {
        Page page = browser.signedIn(Platform.ADMINISTRATOR);

        assertThat(page.navigate(Platform.URL + "/app/crm/contacts/999999999").status())
                .isEqualTo(404);
        assertThat(page.locator("nav").count()).isPositive();
    }

    private static void look(
            Map<String, String> pages, int width, ColorScheme scheme, List<String> faults) {
        Page page = browser.signedIn(Platform.ADMINISTRATOR, width, scheme);
        page.onPageError(error -> faults.add("script error: " + error));
        pages.forEach((name, address) -> look(page, name, address, width, scheme, faults));
        page.context().close();
    }

    private static void look(
            Page page,
            String name,
            String address,
            int width,
            ColorScheme scheme,
            List<String> faults) {
        String what = "%s at %d, %s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
        int status = page.navigate(Platform.URL + address).status();
        boolean refused = address.contains("reports?from");
        if (status != (refused ? 422 : 200)) {
            faults.add(what + ": status " + status);
            return;
        }
        page.waitForLoadState(LoadState.LOAD);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                PICTURES.resolve(
                                        "%s-%d-%s.png"
                                                .formatted(
                                                        name,
                                                        width,
                                                        scheme.name().toLowerCase(Locale.ROOT)))));
        if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
            faults.add(what + ": wider than the screen");
        }
        for (Rule violation : scan(page).analyze().getViolations()) {
            faults.add(
                    "%s: %s (%s)"
                            .formatted(
                                    what,
                                    violation.getHelp(),
                                    violation.getNodes().getFirst().getHtml()));
        }
    }

    // What a mail looks like is its author's, and no script enters a sandbox to scan it.
    private static AxeBuilder scan(Page page) {
        return new AxeBuilder(page)
                .exclude("iframe[sandbox]")
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    }
}
