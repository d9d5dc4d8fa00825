package io.mauntic.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The builders under a person's hands: nothing typed is lost, and every step can be taken back. */
class BuildersTest {

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
    void a_segment_is_changed_taken_back_and_kept_while_its_members_stay() {
        Page page = browser.signedIn(Platform.MARKETER);
        newSegment(page, "Builders " + System.nanoTime());
        page.getByRole(AriaRole.LINK, name("Edit").setExact(true)).click();
        Locator rules = page.getByLabel("Field", new Page.GetByLabelOptions().setExact(true));
        assertThat(page.getByRole(AriaRole.BUTTON, name("Undo"))).isDisabled();

        page.getByLabel("Value").fill("Ham");
        assertThat(state(page)).containsText("Draft saved");
        page.getByRole(AriaRole.BUTTON, name("Add rule")).click();
        assertThat(rules).hasCount(2);
        assertThat(page.getByText("Say what City is compared with.")).isVisible();
        page.keyboard().press("Control+z");
        assertThat(rules).hasCount(1);
        page.keyboard().press("Control+z");
        assertThat(page.getByLabel("Value")).hasValue("Nowhere");
        page.keyboard().press("Control+Shift+Z");
        assertThat(page.getByLabel("Value")).hasValue("Ham");
        page.getByRole(AriaRole.BUTTON, name("Redo")).click();
        assertThat(rules).hasCount(2);
        assertThat(state(page)).containsText("Draft saved");

        page.reload();
        assertThat(rules).hasCount(2);
        page.getByRole(AriaRole.BUTTON, name("Undo")).click();
        assertThat(rules).hasCount(1);

        page.getByRole(AriaRole.BUTTON, name("Discard draft")).click();
        assertThat(page.getByLabel("Value")).hasValue("Nowhere");
        page.context().close();
    }

    @Test
    void what_is_typed_without_a_connection_is_kept_and_sent_later() {
        Page page = browser.signedIn(Platform.MARKETER);
        page.navigate(Platform.URL + "/app/crm/segments/new");
        BrowserContext context = page.context();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        context.setOffline(true);
        page.getByLabel("Description").fill("Typed in a tunnel");
        assertThat(state(page)).containsText("Not saved: no connection");
        context.setOffline(false);
        assertThat(state(page)).containsText("Draft saved");

        page.navigate(Platform.URL + "/app/crm/segments/new");
        assertThat(page.getByLabel("Description")).hasValue("Typed in a tunnel");
        page.getByRole(AriaRole.BUTTON, name("Discard draft")).click();
        assertThat(page.getByLabel("Description")).hasValue("");
        context.close();
    }

    @Test
    void an_email_is_previewed_as_it_is_typed_and_a_value_put_in_can_be_taken_out() {
        Page page = browser.signedIn(Platform.MARKETER);
        page.navigate(Platform.URL + "/app/messaging/emails/new");
        Locator html = page.locator("#field-html");

        html.fill("<p>Dear {{ contact.firstname | default: \"friend\" }}</p>");
        assertThat(preview(page)).containsText("Dear friend");
        page.getByText("Insert a value").click();
        page.getByRole(AriaRole.BUTTON, name("Unsubscribe link")).click();
        assertThat(html)
                .hasValue(
                        "<p>Dear {{ contact.firstname | default: \"friend\" }}</p>{{ unsubscribe_url }}");
        page.keyboard().press("Control+z");
        assertThat(html).hasValue("<p>Dear {{ contact.firstname | default: \"friend\" }}</p>");

        html.fill("<p>{{ contact.firstname | shout }}</p>");
        page.getByLabel("Subject").focus();
        assertThat(page.locator("#field-html-error")).containsText("there is no filter");
        assertThat(state(page)).containsText("Draft saved");
        page.getByRole(AriaRole.BUTTON, name("Discard draft")).click();
        assertThat(html).not().hasValue("<p>{{ contact.firstname | shout }}</p>");
        page.context().close();
    }

    @Test
    void a_forms_fields_are_added_moved_and_taken_back() {
        Page page = browser.signedIn(Platform.MARKETER);
        page.navigate(Platform.URL + "/app/content/forms/new");
        Locator legends = page.locator("#form-canvas legend");
        assertThat(legends).hasText(new String[] {"Email", "First name"});

        page.getByRole(AriaRole.BUTTON, name("Company").setExact(true)).click();
        assertThat(legends).hasCount(3);
        page.getByRole(AriaRole.BUTTON, name("Company up")).click();
        assertThat(legends).hasText(new String[] {"Email", "Company", "First name"});
        page.keyboard().press("Control+z");
        assertThat(legends).hasText(new String[] {"Email", "First name", "Company"});
        page.keyboard().press("Control+z");
        assertThat(legends).hasCount(2);
        assertThat(page.locator("#form-preview").getByText("Company")).hasCount(0);
        page.keyboard().press("Control+y");
        assertThat(legends).hasCount(3);
        assertThat(state(page)).containsText("Draft saved");
        page.getByRole(AriaRole.BUTTON, name("Discard draft")).click();
        assertThat(legends).hasCount(2);
        page.context().close();
    }

    @Test
    void a_campaigns_steps_are_added_taken_back_and_done_again() {
        Page page = browser.signedIn(Platform.MARKETER);
        page.navigate(Platform.URL + "/app/campaign/campaigns/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Builders " + System.nanoTime());
        page.getByRole(AriaRole.BUTTON, name("Create")).click();
        Locator steps = page.locator(".campaign-step strong");
        assertThat(page.getByRole(AriaRole.BUTTON, name("Undo"))).isDisabled();

        page.getByRole(AriaRole.LINK, name("Add the first step")).click();
        page.getByRole(AriaRole.LINK, name("Change points")).click();
        page.getByLabel("Points").fill("5");
        assertThat(state(page)).containsText("Draft saved");
        page.reload();
        assertThat(page.getByLabel("Points")).hasValue("5");
        assertThat(page.getByRole(AriaRole.BUTTON, name("Undo"))).isEnabled();
        page.keyboard().press("Control+z");
        assertThat(page.getByLabel("Points")).hasValue("");
        page.keyboard().press("Control+y");
        page.getByRole(AriaRole.BUTTON, name("Save").setExact(true)).last().click();
        assertThat(steps).hasCount(1);

        page.keyboard().press("Control+z");
        assertThat(steps).hasCount(0);
        page.keyboard().press("Control+Shift+Z");
        assertThat(steps).hasCount(1);
        page.getByRole(AriaRole.BUTTON, name("Undo")).click();
        assertThat(steps).hasCount(0);
        page.context().close();
    }

    private static void newSegment(Page page, String called) {
        page.navigate(Platform.URL + "/app/crm/segments/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(called);
        page.getByLabel("Value").fill("Nowhere");
        page.getByRole(AriaRole.BUTTON, name("Create segment")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(called);
        assertThat(page.url()).doesNotContain("/new");
    }

    private static Locator state(Page page) {
        return page.locator("[data-builder-state]");
    }

    private static Locator preview(Page page) {
        return page.frameLocator("iframe[title=Preview]:visible").locator("body");
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
