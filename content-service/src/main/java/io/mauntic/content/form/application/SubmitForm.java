package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.Reading;
import io.mauntic.content.form.domain.Reading.Accepted;
import io.mauntic.content.form.domain.Submission;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.GroupCommit;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Takes a visitor's answers: the submissions that arrive together and their events are one
 * transaction, on the realtime lane.
 */
@ApplicationScoped
public class SubmitForm {

    private static final int MOST_WAITING = 5_000;
    private static final int BATCH = 200;

    private final UnitOfWork unitOfWork;
    private final Submissions submissions;
    private final SubmissionEvents events;
    private final GroupCommit<Submission> group;

    SubmitForm(
            UnitOfWork unitOfWork, Submissions submissions, SubmissionEvents events, Vertx vertx) {
        this.unitOfWork = unitOfWork;
        this.submissions = submissions;
        this.events = events;
        this.group = new GroupCommit<>(vertx, MOST_WAITING, BATCH, this::keep);
    }

    /**
     * What a visitor posted.
     *
     * @param trapped whether the field that no person sees was filled in
     */
    public record Command(
            Form form,
            Map<String, List<String>> posted,
            boolean trapped,
            String visitorId,
            String pageUrl) {}

    /** A machine that fell into the trap is thanked like everybody and leaves nothing behind. */
    public Uni<Reading> handle(Command command) {
        Form form = command.form();
        Reading reading = form.read(command.posted());
        if (command.trapped() || !(reading instanceof Accepted accepted)) {
            return Uni.createFrom().item(reading);
        }
        Submission submission =
                new Submission(form, accepted, command.visitorId(), command.pageUrl());
        return group.add(form.organization(), submission).replaceWith(reading);
    }

    private Uni<Void> keep(OrganizationId organization, List<Submission> arrived) {
        return unitOfWork.in(
                organization,
                () ->
                        submissions
                                .add(organization, arrived)
                                .chain(kept -> events.publish(organization, kept)));
    }
}
