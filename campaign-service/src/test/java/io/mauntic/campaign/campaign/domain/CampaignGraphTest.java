package io.mauntic.campaign.campaign.domain;

import static io.mauntic.campaign.campaign.domain.Drafts.after;
import static io.mauntic.campaign.campaign.domain.Drafts.below;
import static io.mauntic.campaign.campaign.domain.Drafts.mail;
import static io.mauntic.campaign.campaign.domain.Drafts.opened;
import static io.mauntic.campaign.campaign.domain.Drafts.refusedFields;
import static io.mauntic.campaign.campaign.domain.Drafts.step;
import static io.mauntic.campaign.campaign.domain.Drafts.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.kernel.InvalidValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignGraphTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final GraphDraft welcome =
            Drafts.of(
                    mail("mail"),
                    after(below(opened("opened"), "mail", null), 3, "days"),
                    below(tag("warm"), "opened", "yes"),
                    below(tag("cold"), "opened", "no"));

    @Test
    void a_tree_of_steps_is_read_and_written_back_as_it_was_typed() {
        CampaignGraph graph = CampaignGraph.of(welcome);

        assertThat(graph.first()).extracting(Step::key).containsExactly("mail");
        assertThat(graph.after("mail", Path.NEXT)).extracting(Step::key).containsExactly("opened");
        assertThat(graph.after("opened", Path.YES)).extracting(Step::key).containsExactly("warm");
        assertThat(graph.below("mail"))
                .extracting(Step::key)
                .containsExactly("opened", "warm", "cold");
        assertThat(CampaignGraph.of(graph.draft())).isEqualTo(graph);
        assertThat(graph.missing()).isEmpty();
    }

    @Test
    void a_decision_is_about_the_nearest_email_above_it() {
        CampaignGraph graph =
                CampaignGraph.of(
                        Drafts.of(
                                mail("first"),
                                below(mail("second"), "first", null),
                                below(opened("direct"), "second", null),
                                below(opened("deeper"), "direct", "yes"),
                                below(opened("other"), "first", null)));

        assertThat(graph.decisionsOn("second"))
                .extracting(Step::key)
                .containsExactly("direct", "deeper");
        assertThat(graph.decisionsOn("first")).extracting(Step::key).containsExactly("other");
    }

    @Test
    void a_circle_is_refused_at_every_step_of_it() {
        assertThat(
                        refusedFields(
                                Drafts.of(
                                        below(tag("a"), "b", null),
                                        below(tag("b"), "a", null),
                                        tag("c"))))
                .containsExactly("events[0].parent", "events[1].parent");
        assertThat(refusedFields(Drafts.of(below(tag("self"), "self", null))))
                .containsExactly("events[0].parent");
    }

    @Test
    void an_orphan_is_refused_with_a_sentence() {
        assertThat(refusedFields(Drafts.of(tag("a"), below(tag("b"), "nobody", null))))
                .containsExactly("events[1].parent");
        assertThatThrownBy(() -> CampaignGraph.of(Drafts.of(below(tag("b"), "nobody", null))))
                .isInstanceOf(InvalidValues.class)
                .hasMessage("The step before this one, \"nobody\", is not part of the campaign.");
    }

    @Test
    void paths_lie_below_decisions_and_conditions_only() {
        assertThat(refusedFields(Drafts.of(mail("mail"), below(tag("t"), "mail", "yes"))))
                .containsExactly("events[1].path");
        assertThat(
                        refusedFields(
                                Drafts.of(
                                        mail("mail"),
                                        below(opened("o"), "mail", null),
                                        below(tag("t"), "o", null))))
                .containsExactly("events[2].path");
        assertThat(
                        refusedFields(
                                Drafts.of(
                                        mail("mail"),
                                        below(opened("o"), "mail", null),
                                        below(tag("t"), "o", "maybe"))))
                .containsExactly("events[2].path");
    }

    @Test
    void a_decision_needs_an_email_above_it() {
        assertThat(refusedFields(Drafts.of(opened("o")))).containsExactly("events[0].parent");
        assertThat(refusedFields(Drafts.of(tag("t"), below(opened("o"), "t", null))))
                .containsExactly("events[1].parent");
    }

    @Test
    void keys_are_unique_and_plain() {
        assertThat(refusedFields(Drafts.of(tag("a"), tag("a")))).containsExactly("events[1].key");
        assertThat(refusedFields(Drafts.of(tag("a b")))).containsExactly("events[0].key");
    }

    @Test
    void a_no_path_needs_a_time_to_wait() {
        assertThat(
                        refusedFields(
                                Drafts.of(
                                        mail("mail"),
                                        below(opened("o"), "mail", null),
                                        below(tag("t"), "o", "no"))))
                .containsExactly("events[1].schedule");
    }

    @Test
    void a_decision_waits_as_long_as_it_says_or_its_no_path_says_or_without_end() {
        CampaignGraph own = CampaignGraph.of(welcome);
        assertThat(own.waitsUntil(own.step("opened").orElseThrow(), NOW))
                .isEqualTo("2026-03-04T12:00:00Z");

        CampaignGraph children =
                CampaignGraph.of(
                        Drafts.of(
                                mail("mail"),
                                below(opened("o"), "mail", null),
                                after(below(tag("late"), "o", "no"), 2, "days"),
                                after(below(tag("early"), "o", "no"), 1, "days")));
        assertThat(children.waitsUntil(children.step("o").orElseThrow(), NOW))
                .isEqualTo("2026-03-02T12:00:00Z");

        CampaignGraph endless =
                CampaignGraph.of(
                        Drafts.of(
                                mail("mail"),
                                below(opened("o"), "mail", null),
                                below(tag("t"), "o", "yes")));
        assertThat(endless.waitsUntil(endless.step("o").orElseThrow(), NOW)).isEqualTo(Instant.MAX);
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThat(
                        refusedFields(
                                new GraphDraft(
                                        List.of(
                                                new GraphDraft.Source("form", 1L),
                                                new GraphDraft.Source("segment", null)),
                                        List.of(
                                                step("a", "action", "email.send", Map.of()),
                                                step(
                                                        "b",
                                                        "decision",
                                                        "contact.points",
                                                        Map.of("delta", 1)),
                                                step("c", "action", "sms.send", Map.of()),
                                                after(tag("d"), 0, "days"),
                                                after(tag("e"), 1, "moons")))))
                .containsExactly(
                        "sources[0].type",
                        "sources[1].id",
                        "events[0].properties.emailId",
                        "events[1].type",
                        "events[2].kind",
                        "events[3].schedule.value",
                        "events[4].schedule.unit");
    }

    @ParameterizedTest
    @CsvSource({
        "city, equals, Berlin, ''",
        "fields.shoe_size, greaterThan, 42, ''",
        "tags, empty, , ''",
        "colour, equals, red, properties.field",
        "city, resembles, Berlin, properties.operator",
        "city, greaterThan, Berlin, properties.operator",
        "points, contains, 1, properties.operator",
        "points, equals, many, properties.value",
        "city, equals, , properties.value"
    })
    void a_condition_compares_what_can_be_compared(
            String field, String operator, String value, String refused) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("field", field, "operator", operator));
        if (value != null) {
            properties.put("value", value);
        }
        assertThat(refusedFields(Drafts.of(step("c", "condition", "contact.field", properties))))
                .isEqualTo(refused.isEmpty() ? List.of() : List.of("events[0]." + refused));
    }

    @ParameterizedTest
    @CsvSource({"0", "1000001", "-1000001"})
    void points_have_limits(int delta) {
        assertThat(
                        refusedFields(
                                Drafts.of(
                                        step(
                                                "p",
                                                "action",
                                                "contact.points",
                                                Map.of("delta", delta)))))
                .containsExactly("events[0].properties.delta");
    }

    @Test
    void tags_are_named_and_not_both_added_and_removed() {
        assertThat(refusedFields(Drafts.of(step("t", "action", "contact.tags", Map.of()))))
                .containsExactly("events[0].properties.add");
        assertThat(
                        refusedFields(
                                Drafts.of(
                                        step(
                                                "t",
                                                "action",
                                                "contact.tags",
                                                Map.of(
                                                        "add",
                                                        List.of("a"),
                                                        "remove",
                                                        List.of("a"))))))
                .containsExactly("events[0].properties.remove");
        assertThat(
                        refusedFields(
                                Drafts.of(
                                        step(
                                                "t",
                                                "action",
                                                "contact.tags",
                                                Map.of("add", List.of("a"), "colour", "red")))))
                .containsExactly("events[0].properties.colour");
    }

    @Test
    void a_campaign_has_limits() {
        List<GraphDraft.Step> many = new ArrayList<>();
        for (int at = 0; at <= GraphReader.MOST_STEPS; at++) {
            many.add(tag("t" + at));
        }
        assertThat(refusedFields(new GraphDraft(List.of(), many))).containsExactly("events");

        List<GraphDraft.Step> deep = new ArrayList<>(List.of(tag("t0")));
        for (int at = 1; at <= GraphShape.DEEPEST + 1; at++) {
            deep.add(below(tag("t" + at), "t" + (at - 1), null));
        }
        assertThat(refusedFields(new GraphDraft(List.of(), deep)))
                .containsExactly("events[51].parent");
    }

    @Test
    void publishing_needs_a_source_and_a_step() {
        assertThat(CampaignGraph.EMPTY.missing())
                .extracting("field")
                .containsExactly("sources", "events");
    }
}
