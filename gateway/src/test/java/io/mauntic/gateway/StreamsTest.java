package io.mauntic.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class StreamsTest {

    @TestHTTPResource("/")
    String address;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(address.replaceAll("/$", ""));
        browser.signIn("/app");
    }

    @Test
    void a_stream_ends_when_its_viewer_signs_out() throws IOException {
        try (InputStream own = open();
                InputStream others = anotherSession()) {
            browser.post("/app/sign-out", "", "Sec-Fetch-Site", "same-origin");

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> readToItsEnd(own));
            assertThat(others.readNBytes(3)).isNotEmpty();
        }
    }

    @Test
    void more_open_streams_than_pages_have_connections_hold_no_page_up() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 270; i++) {
                streams.add(open());
            }
            assertThat(browser.get("/app").statusCode()).isEqualTo(200);
        } finally {
            for (InputStream stream : streams) {
                stream.close();
            }
        }
    }

    private InputStream open() throws IOException {
        InputStream stream = browser.stream("/ui/crm/open", "Accept", "text/event-stream").body();
        assertThat(new String(stream.readNBytes(11), StandardCharsets.UTF_8))
                .isEqualTo("data: one\n\n");
        return stream;
    }

    private InputStream anotherSession() {
        Browser other = new Browser(address.replaceAll("/$", ""));
        other.signIn("/app");
        return other.stream("/ui/crm/open", "Accept", "text/event-stream").body();
    }

    private static void readToItsEnd(InputStream stream) {
        try {
            stream.readAllBytes();
        } catch (IOException torn) {
            assertThat(torn).isNotNull();
        }
    }
}
