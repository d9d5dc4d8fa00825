package io.mauntic.crm.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.crm.contact.domain.ContactEvent.ContactCreated;
import io.mauntic.crm.contact.domain.ContactEvent.ContactUpdated;
import io.mauntic.crm.contact.domain.ContactEvent.PointsAwarded;
import io.mauntic.crm.contact.domain.ContactEvent.StageChanged;
import io.mauntic.crm.contact.domain.ContactEvent.TagsChanged;
import io.mauntic.kernel.ContactId;
import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    private static final Instant BORN = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void a_new_contact_tells_who_it_is() {
        assertThat(contact(details("Ada", 0, null)).created(ContactSource.FORM))
                .isEqualTo(
                        new ContactCreated(42, "ada@example.com", "Ada", null, null, "form", BORN));
    }

    @Test
    void each_kind_of_change_is_an_event_of_its_own() {
        Contact contact = contact(details("Ada", 10, "lead", "a", "b"));

        List<ContactEvent> happened =
                contact.become(details("Grace", 4, null, "b", "c"), ContactSource.API, NOW);

        assertThat(happened)
                .containsExactly(
                        new ContactUpdated(42, Map.of("firstname", "Grace"), "api"),
                        new TagsChanged(42, new TreeSet<>(Set.of("c")), new TreeSet<>(Set.of("a"))),
                        new PointsAwarded(42, -6, 4),
                        new StageChanged(42, "lead", null));
        assertThat(contact.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void becoming_what_it_is_tells_nothing() {
        Contact contact = contact(details("Ada", 10, "lead", "a"));

        assertThat(contact.become(details(" Ada ", 10, "lead", "a"), ContactSource.API, NOW))
                .isEmpty();
        assertThat(contact.updatedAt()).isEqualTo(BORN);
    }

    @Test
    void every_value_that_cannot_be_is_named_at_once() {
        assertThatThrownBy(
                        () ->
                                new ContactDetails(
                                                "x".repeat(101),
                                                null,
                                                "nobody",
                                                "12",
                                                null,
                                                null,
                                                null,
                                                null,
                                                2_000_000_000,
                                                null,
                                                null,
                                                null)
                                        .checked())
                .isInstanceOfSatisfying(
                        InvalidValues.class,
                        refusal ->
                                assertThat(refusal.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("firstname", "email", "phone", "points"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 30 1234567",
                "030/123456",
                "(555) 123-4567",
                "555.123.4567",
                "+1 555 123 4567 ext. 12",
                "112",
                "00491721234567"
            })
    void phone_numbers_are_taken_as_people_write_them(String phone) {
        assertThat(withPhone(phone).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me",
                "12",
                "<script>",
                "---",
                "00000000000000000000000000000000000000000000000000"
            })
    void what_cannot_be_a_phone_number_is_refused(String phone) {
        assertThatThrownBy(() -> withPhone(phone)).isInstanceOf(InvalidValues.class);
    }

    @Test
    void of_two_changes_the_later_one_decides() {
        ContactChange both =
                ContactChange.of(42, List.of("a", "b"), List.of("x"), 5)
                        .then(ContactChange.of(42, List.of("x"), List.of("b"), -7));

        assertThat(both)
                .isEqualTo(
                        new ContactChange(
                                42,
                                new TreeSet<>(Set.of("a", "x")),
                                new TreeSet<>(Set.of("b")),
                                -2));
    }

    @Test
    void a_visitor_cannot_judge_themselves() {
        FormAnswers answers =
                new FormAnswers(
                        Map.of(
                                "points",
                                "100",
                                "stage",
                                "customer",
                                "tags",
                                "vip",
                                "city",
                                "Paris"));

        assertThat(answers.applyTo(FormAnswers.NOTHING))
                .isEqualTo(
                        new ContactDetails(
                                null, null, null, null, null, null, null, "Paris", 0, null, null,
                                null));
    }

    private static Contact contact(ContactDetails details) {
        return new Contact(new ContactId(42), details, BORN, BORN);
    }

    private static ContactDetails details(
            String firstname, int points, String stage, String... tags) {
        return new ContactDetails(
                        firstname,
                        null,
                        "ada@example.com",
                        null,
                        null,
                        null,
                        null,
                        null,
                        points,
                        stage,
                        new TreeSet<>(List.of(tags)),
                        new TreeMap<>())
                .checked();
    }

    private static ContactDetails withPhone(String phone) {
        return new ContactDetails(
                        null, null, null, phone, null, null, null, null, 0, null, null, null)
                .checked();
    }
}
