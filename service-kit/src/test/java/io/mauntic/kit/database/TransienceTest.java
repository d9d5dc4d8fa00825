package io.mauntic.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransienceTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "40P01, true",
        "40001, true",
        "53300, true",
        "55P03, true",
        "57P01, true",
        "25P03, true",
        "57014, false",
        "23505, false",
        "22021, false",
        "55000, false"
    })
    void a_refusal_of_the_database_is_known_by_its_state_however_it_is_wrapped(
            String state, boolean passes) {
        var bare = new PgException("refused", "ERROR", state, null);
        var wrapped =
                new LockAcquisitionException("statement failed", new SQLException("no", state));

        assertThat(Transience.isTransient(bare)).isEqualTo(passes);
        assertThat(Transience.isTransient(wrapped)).isEqualTo(passes);
    }

    @Test
    void a_service_that_is_away_comes_back_and_a_broken_text_does_not() {
        assertThat(Transience.isTransient(new IllegalStateException(new ConnectException())))
                .isTrue();
        assertThat(Transience.isTransient(new JsonParseException("broken"))).isFalse();
        assertThat(Transience.isTransient(new IllegalArgumentException("poison"))).isFalse();
    }
}
