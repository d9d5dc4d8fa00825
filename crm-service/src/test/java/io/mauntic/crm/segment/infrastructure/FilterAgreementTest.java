package io.mauntic.crm.segment.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.crm.segment.application.FilterReader;
import io.mauntic.crm.segment.domain.Filter;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.mauntic.kit.test.TestOrganizations;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The database and an evaluator in memory agree about random filters and random, partly hostile
 * contacts.
 */
@QuarkusTest
@WithComponents
class FilterAgreementTest {

    private static final int CONTACTS = 300;
    private static final int FILTERS = 1_500;
    private static final long SEED = 20_261_121;
    private static final List<String> COLUMNS =
            List.of(
                    "firstname",
                    "lastname",
                    "phone",
                    "company",
                    "position",
                    "country",
                    "city",
                    "stage");
    private static final String INSERT =
            """
            insert into contact (organization_id, firstname, lastname, phone, company, position, country, city, stage, points, created_at, tags, fields)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id
            """;

    @Inject UnitOfWork unitOfWork;
    @Inject Sql sql;

    private final OrganizationId organization = TestOrganizations.next();
    private final Random random = new Random(SEED);
    private final RandomFilters filters = new RandomFilters(random);

    @Test
    void the_database_and_memory_agree() {
        List<KnownContact> contacts = new ArrayList<>();
        for (int i = 0; i < CONTACTS; i++) {
            KnownContact contact = contact();
            contacts.add(withId(contact, await(() -> sql.number(INSERT, parameters(contact)))));
        }
        int found = 0;
        for (int i = 0; i < FILTERS; i++) {
            ObjectNode written = filters.next();
            Filter filter = FilterReader.read(written);
            List<Long> wanted =
                    contacts.stream()
                            .filter(contact -> InMemoryFilter.fits(filter, contact))
                            .map(KnownContact::id)
                            .toList();
            found += wanted.size();

            assertThat(find(filter)).as("seed %d, filter %s", SEED, written).isEqualTo(wanted);
        }
        assertThat(found)
                .as("the filters find somebody, so that agreeing means something")
                .isGreaterThan(CONTACTS * FILTERS / 10);
    }

    private List<Long> find(Filter filter) {
        Parameters parameters = new Parameters();
        String condition = FilterCompiler.compile(filter, parameters);
        return await(
                () ->
                        sql.list(
                                "select c.id from contact c where " + condition + " order by c.id",
                                row -> row.getLong("id"),
                                parameters.values()));
    }

    private <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.in(organization, work).await().atMost(Duration.ofSeconds(30));
    }

    private KnownContact contact() {
        Map<String, String> texts = new HashMap<>();
        COLUMNS.forEach(
                column ->
                        texts.put(
                                column,
                                random.nextInt(4) == 0
                                        ? null
                                        : random.nextInt(8) == 0
                                                ? ""
                                                : filters.one(RandomFilters.TEXTS)));
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(filters.one(RandomFilters.TEXTS));
        }
        Map<String, Object> fields = new HashMap<>();
        if (random.nextInt(3) > 0) {
            fields.put(
                    "size",
                    random.nextBoolean()
                            ? filters.one(RandomFilters.NUMBERS)
                            : new BigDecimal(filters.one(RandomFilters.NUMBERS)).doubleValue());
            fields.put("note", filters.one(RandomFilters.TEXTS));
            fields.put(
                    "day",
                    random.nextBoolean() ? filters.one(RandomFilters.DAYS) : random.nextBoolean());
        }
        Instant created =
                Instant.parse(filters.one(RandomFilters.DAYS) + "T00:00:00Z")
                        .plusSeconds(random.nextInt(3) * 43_200L);
        return new KnownContact(
                0,
                texts,
                new BigDecimal(filters.one(RandomFilters.NUMBERS)).intValue(),
                created,
                tags,
                fields);
    }

    private static KnownContact withId(KnownContact contact, long id) {
        Map<String, Object> stored = new HashMap<>();
        contact.fields()
                .forEach(
                        (key, value) ->
                                stored.put(
                                        key,
                                        value instanceof Double number ? plain(number) : value));
        return new KnownContact(
                id, contact.texts(), contact.points(), contact.createdAt(), contact.tags(), stored);
    }

    // As jsonb writes a number: what JSON says, without an exponent.
    private static String plain(Double number) {
        return new BigDecimal(number.toString()).toPlainString();
    }

    private Object[] parameters(KnownContact contact) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(organization.value());
        COLUMNS.forEach(column -> parameters.add(contact.texts().get(column)));
        parameters.add(contact.points());
        parameters.add(contact.createdAt().atOffset(ZoneOffset.UTC));
        parameters.add(contact.tags().toArray(String[]::new));
        parameters.add(new JsonObject(contact.fields()));
        return parameters.toArray();
    }
}
