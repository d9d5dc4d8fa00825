package io.mauntic.launcher.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ImagesTest {
    @Test
    void each_image_has_the_version_that_the_build_pins() throws IOException {
        Images images = new Images();

        assertThat(images.of("postgres")).matches("postgres:18\\.\\d+");
        assertThat(images.of("kafka")).matches("apache/kafka:[\\d.]+");
        assertThat(images.of("keycloak")).matches("quay\\.io/keycloak/keycloak:[\\d.]+");
        assertThat(images.of("s3")).matches("andrewgaul/s3proxy:[\\d.]+");
    }

    @Test
    void a_component_without_one_is_named() {
        assertThatThrownBy(() -> new Images().of("mail")).hasMessage("No image is named for mail");
    }
}
