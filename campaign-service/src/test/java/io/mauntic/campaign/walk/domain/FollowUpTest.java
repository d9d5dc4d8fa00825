package io.mauntic.campaign.walk.domain;

import static io.mauntic.campaign.campaign.domain.Drafts.after;
import static io.mauntic.campaign.campaign.domain.Drafts.below;
import static io.mauntic.campaign.campaign.domain.Drafts.mail;
import static io.mauntic.campaign.campaign.domain.Drafts.opened;
import static io.mauntic.campaign.campaign.domain.Drafts.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.Drafts;
import io.mauntic.campaign.campaign.domain.Path;
import io.mauntic.campaign.campaign.domain.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant HOUR_AGO = NOW.minusSeconds(3_600);
    private static final Walker ADA = new Walker(1, 1);
    private static final Walker BEN = new Walker(2, 1);

    private final CampaignGraph graph =
            CampaignGraph.of(
                    Drafts.of(
                            mail("mail"),
                            after(below(opened("opened"), "mail", null), 1, "hours"),
                            after(below(tag("warm"), "opened", "yes"), 1, "days"),
                            below(tag("cold"), "opened", "no")));

    @Test
    void contacts_begin_with_the_first_steps() {
        assertThat(FollowUp.entering(graph, List.of(ADA, BEN), NOW))
                .containsExactly(new FollowUp("mail", ADA, NOW), new FollowUp("mail", BEN, NOW));
    }

    @Test
    void after_an_action_its_decisions_begin_to_wait() {
        assertThat(followUps("mail", Knowledge.NONE))
                .containsExactly(new FollowUp("opened", ADA, NOW.plusSeconds(3_600)));
    }

    @Test
    void a_decision_whose_reaction_came_before_is_due_at_once() {
        Knowledge clicked = new Knowledge(Map.of(ADA, new Reaction(false, true)), Map.of());
        assertThat(followUps("mail", clicked)).containsExactly(new FollowUp("opened", ADA, NOW));
    }

    @Test
    void the_path_taken_decides_what_comes_next_and_its_delay_counts_from_now() {
        Step decision = graph.step("opened").orElseThrow();
        List<Arrival> arrivals = List.of(new Arrival(ADA, HOUR_AGO), new Arrival(BEN, HOUR_AGO));
        Knowledge adaOpened = new Knowledge(Map.of(ADA, new Reaction(true, false)), Map.of());
        Outcome outcome = Outcome.of(decision, arrivals, adaOpened);

        assertThat(outcome.ways().get(Path.YES)).extracting(Arrival::walker).containsExactly(ADA);
        assertThat(outcome.ways().get(Path.NO)).extracting(Arrival::walker).containsExactly(BEN);
        assertThat(FollowUp.after(graph, decision, outcome, adaOpened, NOW))
                .containsExactlyInAnyOrder(
                        new FollowUp("warm", ADA, NOW.plusSeconds(86_400)),
                        new FollowUp("cold", BEN, NOW));
    }

    @Test
    void a_no_path_that_carries_the_waiting_time_is_not_delayed_by_it_again() {
        CampaignGraph below =
                CampaignGraph.of(
                        Drafts.of(
                                mail("mail"),
                                below(opened("o"), "mail", null),
                                after(below(tag("cold"), "o", "no"), 1, "hours")));
        Step decision = below.step("o").orElseThrow();
        Outcome outcome = Outcome.of(decision, List.of(new Arrival(ADA, HOUR_AGO)), Knowledge.NONE);

        assertThat(FollowUp.after(below, decision, outcome, Knowledge.NONE, NOW))
                .containsExactly(new FollowUp("cold", ADA, NOW));
    }

    @Test
    void who_did_a_step_before_is_not_led_on_again() {
        Outcome outcome =
                Outcome.of(
                        graph.step("mail").orElseThrow(),
                        List.of(new Arrival(ADA, NOW), new Arrival(BEN, NOW)),
                        Knowledge.NONE);
        assertThat(outcome.of(BEN::equals).ways().get(Path.NEXT))
                .extracting(Arrival::walker)
                .containsExactly(BEN);
    }

    private List<FollowUp> followUps(String key, Knowledge knowledge) {
        Step done = graph.step(key).orElseThrow();
        return FollowUp.after(
                graph,
                done,
                Outcome.of(done, List.of(new Arrival(ADA, NOW)), knowledge),
                knowledge,
                NOW);
    }
}
