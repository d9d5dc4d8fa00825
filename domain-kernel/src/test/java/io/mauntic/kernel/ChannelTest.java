package io.mauntic.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelTest {

    @Test
    void a_channel_is_known_by_the_word_that_contracts_use() {
        assertThat(Channel.EMAIL.text()).isEqualTo("email");
        assertThat(Channel.parse("sms")).contains(Channel.SMS);
        assertThat(Channel.parse("push")).contains(Channel.PUSH);
    }

    @Test
    void any_other_word_is_no_channel() {
        assertThat(Channel.parse("Email")).isEmpty();
        assertThat(Channel.parse("fax")).isEmpty();
        assertThat(Channel.parse(null)).isEmpty();
    }
}
