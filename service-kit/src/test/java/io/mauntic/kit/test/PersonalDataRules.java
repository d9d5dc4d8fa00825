package io.mauntic.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Of every column that can hold words it is said whether they are of people, and how they go. A
 * service that knows contacts extends {@link ErasureRules}.
 */
public abstract class PersonalDataRules {

    private static final String WORDY =
            """
            select string_agg(c.relname || '.' || a.attname, ' ' order by c.relname, a.attname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem
            where c.relnamespace = '%s'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and c.relname not like 'flyway%%' and a.attnum > 0 and not a.attisdropped
                and (t.typcategory = 'S' or t.typname in ('json', 'jsonb', 'bytea', 'inet')
                     or t.typcategory = 'A' and (e.typcategory = 'S' or e.typname in ('json', 'jsonb', 'bytea', 'inet')))
            """;

    private final PersonalData data = new PersonalData();

    @Test
    void every_column_that_can_hold_words_is_judged() {
        assertThat(wordy()).containsExactlyInAnyOrderElementsOf(data.columns());
    }

    final PersonalData personalData() {
        return data;
    }

    /** Such as {@code contact.email}. */
    static Set<String> wordy() {
        return Set.of(TestDatabase.value(WORDY.formatted(TestContext.name())).split(" "));
    }
}
