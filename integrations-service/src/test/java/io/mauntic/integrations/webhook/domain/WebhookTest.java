package io.mauntic.integrations.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.Violation;
import io.mauntic.kernel.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final SigningSecret FIRST = new SigningSecret(new byte[24]);

    @Test
    void a_replaced_secret_signs_on_for_a_day() {
        Webhook webhook = webhook();
        SigningSecret next = new SigningSecret(new byte[32]);

        webhook.rotate(next, NOW);

        assertThat(webhook.secret()).isEqualTo(next);
        assertThat(webhook.former())
                .contains(new Webhook.FormerSecret(FIRST, Instant.parse("2026-11-22T12:00:00Z")));
    }

    @Test
    void disabling_is_told_once() {
        Webhook webhook = webhook();

        assertThat(webhook.disable(DisabledReason.GONE))
                .contains(new WebhookDisabled(7, "Warehouse", DisabledReason.GONE));
        assertThat(webhook.disable(DisabledReason.MANUAL)).isEmpty();
        assertThat(webhook.disabled()).contains(DisabledReason.GONE);
        webhook.enable();
        assertThat(webhook.active()).isTrue();
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        assertThatExceptionOfType(InvalidValues.class)
                .isThrownBy(new Subscription("", "", List.of())::checked)
                .satisfies(
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("name", "url", "events"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/hook",
                "ftp://example.com/",
                "https://",
                "https://user:pass@example.com/",
                "https://example.com:0/",
                "https://example.com:99999/",
                "https://exa mple.com/",
                "javascript:alert(1)"
            })
    void an_address_that_nothing_can_be_posted_to_is_refused(String url) {
        assertThat(WebhookUrl.problem(url)).isPresent();
    }

    @Test
    void an_address_is_taken_apart_as_it_is() {
        assertThat(WebhookUrl.parse("https://example.com/a%2Fb?c=d"))
                .contains(new WebhookUrl(true, "example.com", 443, "/a%2Fb?c=d"));
        assertThat(WebhookUrl.parse("http://[::1]:8080"))
                .hasValueSatisfying(
                        url -> {
                            assertThat(url.hostToResolve()).isEqualTo("::1");
                            assertThat(url.port()).isEqualTo(8080);
                            assertThat(url.target()).isEqualTo("/");
                        });
    }

    @Test
    void only_events_that_exist_and_cause_no_loop_can_be_wanted() {
        assertThat(EventCatalogue.knows("FormSubmitted")).isTrue();
        assertThat(EventCatalogue.knows("*")).isTrue();
        for (String never : List.of("WebhookDelivered", "EmailSendRequested", "Nonsense", "")) {
            assertThat(EventCatalogue.knows(never)).isFalse();
        }
    }

    private static Webhook webhook() {
        Subscription subscription =
                new Subscription("Warehouse", "https://example.com/", List.of("FormSubmitted"));
        return new Webhook(
                new OrganizationId(1),
                new WebhookId(7),
                subscription,
                Optional.empty(),
                FIRST,
                Optional.empty());
    }
}
