package io.mauntic.messaging.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTrafficTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Barracuda Sentinel (EE)",
                "Mozilla/5.0 (compatible; proofpoint)",
                "SkypeUriPreview Preview/0.5"
            })
    void scanners_and_robots_are_machines(String agent) {
        assertThat(MachineTraffic.isMachine("GET", agent, "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIREFOX,
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0 Safari/537.36",
                "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"
            })
    void browsers_and_mail_programs_are_people(String agent) {
        assertThat(MachineTraffic.isMachine("GET", agent, "")).isFalse();
    }

    @Test
    void asking_for_the_head_only_or_ahead_of_time_is_a_machine() {
        assertThat(MachineTraffic.isMachine("HEAD", FIREFOX, "")).isTrue();
        assertThat(MachineTraffic.isMachine("GET", FIREFOX, "prefetch;prerender")).isTrue();
    }
}
