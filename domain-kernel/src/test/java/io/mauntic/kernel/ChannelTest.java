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

    @Test
    void two_spellings_that_reach_the_same_person_are_one_address() {
        assertThat(Channel.EMAIL.normalized(" Ada@Lovelace.Example "))
                .contains("ada@lovelace.example");
        assertThat(Channel.EMAIL.normalized("ada@bücher.example"))
                .isEqualTo(Channel.EMAIL.normalized("Ada@xn--bcher-kva.EXAMPLE"))
                .contains("ada@xn--bcher-kva.example");
        assertThat(Channel.EMAIL.normalized("ju\u0308rgen@demo.example"))
                .contains("j\u00fcrgen@demo.example");
        assertThat(Channel.SMS.normalized("0049 (30) 123-456")).contains("+4930123456");
        assertThat(Channel.SMS.normalized("+49 30 123456")).contains("+4930123456");
        assertThat(Channel.PUSH.normalized(" a-Token ")).contains("a-Token");
    }

    @Test
    void what_is_no_address_of_a_channel_has_no_spelling() {
        assertThat(Channel.EMAIL.normalized("ada")).isEmpty();
        assertThat(Channel.EMAIL.normalized(null)).isEmpty();
        assertThat(Channel.SMS.normalized("ada@lovelace.example")).isEmpty();
        assertThat(Channel.PUSH.normalized("  ")).isEmpty();
    }
}
