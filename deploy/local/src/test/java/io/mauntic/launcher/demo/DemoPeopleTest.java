package io.mauntic.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {
    @Test
    void five_thousand_people_with_an_address_each() {
        List<String> rows = DemoPeople.csv().lines().skip(1).toList();

        assertThat(rows).hasSize(5_000).allSatisfy(row -> assertThat(row.split(",")).hasSize(12));
        assertThat(rows.stream().map(row -> row.split(",")[2])).doesNotHaveDuplicates();
    }

    @Test
    void each_run_makes_the_same_people() {
        assertThat(DemoPeople.csv()).isEqualTo(DemoPeople.csv());
    }

    @Test
    void addresses_are_found_in_a_mail_that_was_wrapped_on_its_way() {
        assertThat(Mailboxes.decoded("<a href=3D\"http://x/t/c/ab=\r\ncd?a=3D1&amp;b\">"))
                .isEqualTo("<a href=\"http://x/t/c/abcd?a=1&b\">");
    }
}
