package io.mauntic.launcher.testrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BackingTest {
    @Test
    void containers_have_a_home_of_their_own() {
        Path home = Path.of("/tests");

        assertThat(Backing.named("embedded").home(home)).isEqualTo(home);
        assertThat(Backing.named("containers").home(home)).isEqualTo(home.resolve("containers"));
    }

    @Test
    void any_other_word_is_refused() {
        assertThatThrownBy(() -> Backing.named("docker"))
                .hasMessage("-Dmauntic.components must be embedded or containers, not docker");
    }
}
