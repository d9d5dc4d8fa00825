package io.mauntic.campaign.campaign.domain;

import static io.mauntic.campaign.campaign.domain.Drafts.mail;
import static io.mauntic.campaign.campaign.domain.Drafts.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditHistoryTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final Campaign campaign =
            Campaign.draft(new OrganizationId(1), content(CampaignGraph.EMPTY), NOW);

    @Test
    void edits_are_taken_back_and_done_again_one_after_the_other() {
        CampaignGraph one = graph(mail("a"));
        CampaignGraph two = graph(mail("a"), tag("b"));
        campaign.edit(content(one), NOW);
        campaign.edit(content(two), NOW);

        campaign.undo(NOW);
        assertThat(campaign.content().graph()).isEqualTo(one);
        campaign.undo(NOW);
        assertThat(campaign.content().graph()).isEqualTo(CampaignGraph.EMPTY);
        campaign.redo(NOW);
        campaign.redo(NOW);
        assertThat(campaign.content().graph()).isEqualTo(two);
    }

    @Test
    void undoing_the_sources_tells_which_segment_feeds_it_no_more() {
        campaign.edit(content(graph(mail("a"))), NOW);

        assertThat(campaign.undo(NOW).removed())
                .isEqualTo(
                        graph().sources().stream()
                                .map(Source::segment)
                                .collect(Collectors.toSet()));
    }

    @Test
    void a_new_edit_ends_what_could_be_done_again() {
        campaign.edit(content(graph(mail("a"))), NOW);
        campaign.undo(NOW);
        campaign.edit(content(graph(tag("b"))), NOW);

        assertThatThrownBy(() -> campaign.redo(NOW))
                .isInstanceOf(InvalidValues.class)
                .hasMessage("There is nothing to redo.");
    }

    @Test
    void another_name_is_no_step_to_take_back() {
        campaign.edit(new CampaignContent("Renamed", false, CampaignGraph.EMPTY), NOW);

        assertThatThrownBy(() -> campaign.undo(NOW)).isInstanceOf(InvalidValues.class);
        assertThat(campaign.content().name()).isEqualTo("Renamed");
    }

    @Test
    void only_the_latest_edits_are_kept() {
        for (int i = 0; i <= EditHistory.MOST + 5; i++) {
            campaign.edit(content(graph(tag("step-" + i))), NOW);
        }

        assertThat(campaign.history().past()).hasSize(EditHistory.MOST);
    }

    private static CampaignContent content(CampaignGraph graph) {
        return new CampaignContent("Welcome", false, graph);
    }

    private static CampaignGraph graph(GraphDraft.Step... steps) {
        return CampaignGraph.of(Drafts.of(steps));
    }
}
