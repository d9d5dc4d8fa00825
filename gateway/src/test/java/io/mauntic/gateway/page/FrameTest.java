package io.mauntic.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.gateway.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class FrameTest {

    @Inject Versions versions;

    @Test
    void whoever_may_read_figures_has_a_bell_that_is_a_link_without_scripts() {
        var frame = frameOf("analytics:reports:read");
        assertThat(
                        frame.select("a.no-script[href=/app/analytics/notifications]")
                                .attr("aria-label"))
                .isEqualTo("Notifications");
        assertThat(frame.select("details.js-only > summary[title=Notifications]").attr("hx-post"))
                .isEqualTo("/ui/analytics/notifications/seen");
    }

    @Test
    void whoever_may_not_has_none() {
        assertThat(frameOf("crm:contacts:read").html()).doesNotContain("/analytics/notifications");
    }

    private Document frameOf(String permission) {
        var person = new Person("Ada", "ada@example.org", "Demo", Set.of(permission), "");
        var frame =
                new Shell.Frame(
                        "Contacts",
                        "",
                        "en",
                        "light",
                        null,
                        "/account",
                        Assets.of(versions),
                        person,
                        List.of(),
                        List.of(),
                        List.of());
        return Jsoup.parse(Shell.Templates.frame(frame).render());
    }
}
