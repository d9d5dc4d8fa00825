package io.mauntic.campaign.campaign.domain;

import io.mauntic.kernel.InvalidValues;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kernel.SegmentId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The automation graph that leads contacts step by step, and its life. */
@Entity
@Table(name = "campaign")
public class Campaign {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "campaign_seq")
    @SequenceGenerator(name = "campaign_seq", sequenceName = "campaign_seq", allocationSize = 50)
    private long id;

    @Column(name = "organization_id", updatable = false)
    private long organizationId;

    @Column(name = "name")
    private String name;

    @Column(name = "status")
    private CampaignStatus status;

    @Column(name = "reentry")
    private boolean reentry;

    @Column(name = "graph")
    private CampaignGraph graph;

    @Column(name = "history")
    private EditHistory history;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected Campaign() {}

    /** A new campaign; it does nothing until it is published. */
    public static Campaign draft(
            OrganizationId organization, CampaignContent content, Instant now) {
        Campaign campaign = new Campaign();
        campaign.organizationId = organization.value();
        campaign.status = CampaignStatus.DRAFT;
        campaign.createdAt = now;
        campaign.take(content, now);
        return campaign;
    }

    /**
     * Changes what the campaign does. Contacts who walk through it keep their place by the keys of
     * steps.
     *
     * @throws InvalidValues when a step that contacts may have passed would become another one
     */
    public Edit edit(CampaignContent content, Instant now) {
        GraphDraft before = graph.draft();
        boolean otherSteps = !graph.equals(content.graph());
        Edit edit = replace(content, now);
        if (otherSteps) {
            history = history().edited(before);
        }
        return edit;
    }

    /** Goes back to the graph before the last edit, which {@link #before} is the content of. */
    public Edit undo(Instant now) {
        GraphDraft present = graph.draft();
        Edit edit = replace(before(), now);
        history = history().undone(present);
        return edit;
    }

    /** Goes on to the graph that was taken back, which {@link #after} is the content of. */
    public Edit redo(Instant now) {
        GraphDraft present = graph.draft();
        Edit edit = replace(after(), now);
        history = history().redone(present);
        return edit;
    }

    /**
     * @throws InvalidValues when there is nothing to undo, or it is not allowed any more
     */
    public CampaignContent before() {
        return new CampaignContent(name, reentry, CampaignGraph.stored(history().before()));
    }

    /**
     * @throws InvalidValues when there is nothing to redo, or it is not allowed any more
     */
    public CampaignContent after() {
        return new CampaignContent(name, reentry, CampaignGraph.stored(history().after()));
    }

    /** The graphs around the present one. */
    public EditHistory history() {
        return history == null ? EditHistory.EMPTY : history;
    }

    /**
     * Lets it run.
     *
     * @return empty when it runs already
     * @throws InvalidValues when something is missing
     */
    public Optional<CampaignPublished> publish(Instant now) {
        if (!graph.missing().isEmpty()) {
            throw new InvalidValues(graph.missing());
        }
        if (isPublished()) {
            return Optional.empty();
        }
        status = CampaignStatus.PUBLISHED;
        publishedAt = now;
        updatedAt = now;
        return Optional.of(new CampaignPublished(id, name));
    }

    /**
     * Stops it: what waits goes on waiting.
     *
     * @return empty when it does not run
     */
    public Optional<CampaignUnpublished> unpublish(Instant now) {
        return end(CampaignStatus.UNPUBLISHED, now);
    }

    /**
     * Takes it out of sight; {@link #restore} brings it back.
     *
     * @return empty when it did not run
     */
    public Optional<CampaignUnpublished> delete(Instant now) {
        Optional<CampaignUnpublished> ended = end(CampaignStatus.DELETED, now);
        status = CampaignStatus.DELETED;
        return ended;
    }

    public void restore(Instant now) {
        if (status == CampaignStatus.DELETED) {
            status = publishedAt == null ? CampaignStatus.DRAFT : CampaignStatus.UNPUBLISHED;
            updatedAt = now;
        }
    }

    /** What an edit of the sources means for contacts. */
    public record Edit(Set<SegmentId> added, Set<SegmentId> removed) {}

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public CampaignContent content() {
        return new CampaignContent(name, reentry, graph);
    }

    public Set<SegmentId> segments() {
        return segments(graph);
    }

    public boolean isPublished() {
        return status == CampaignStatus.PUBLISHED;
    }

    private Edit replace(CampaignContent content, Instant now) {
        if (publishedAt != null) {
            content.graph().mayReplace(graph);
        }
        CampaignGraph before = graph;
        take(content, now);
        return new Edit(
                minus(segments(graph), segments(before)), minus(segments(before), segments(graph)));
    }

    private Optional<CampaignUnpublished> end(CampaignStatus ended, Instant now) {
        if (!isPublished()) {
            return Optional.empty();
        }
        status = ended;
        updatedAt = now;
        return Optional.of(new CampaignUnpublished(id, name));
    }

    private void take(CampaignContent content, Instant now) {
        name = content.name();
        reentry = content.reentry();
        graph = content.graph();
        updatedAt = now;
    }

    private static Set<SegmentId> segments(CampaignGraph graph) {
        return graph.sources().stream().map(Source::segment).collect(Collectors.toSet());
    }

    private static Set<SegmentId> minus(Set<SegmentId> all, Set<SegmentId> without) {
        Set<SegmentId> left = new HashSet<>(all);
        left.removeAll(without);
        return left;
    }
}
