package io.mauntic.content.form.application;

import io.mauntic.content.form.domain.Form;
import io.mauntic.content.form.domain.Reading;
import io.mauntic.content.form.domain.Reading.Accepted;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Takes a visitor's answers: the submission and its event are one transaction, on the realtime
 * lane.
 */
@ApplicationScoped
public class SubmitForm {

    private final UnitOfWork unitOfWork;
    private final Submissions submissions;
    private final SubmissionEvents events;

    SubmitForm(UnitOfWork unitOfWork, Submissions submissions, SubmissionEvents events) {
        this.unitOfWork = unitOfWork;
        this.submissions = submissions;
        this.events = events;
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
        Reading reading = command.form().read(command.posted());
        if (command.trapped() || !(reading instanceof Accepted accepted)) {
            return Uni.createFrom().item(reading);
        }
        return unitOfWork.in(
                command.form().organization(),
                () ->
                        submissions
                                .add(
                                        command.form(),
                                        accepted,
                                        command.visitorId(),
                                        command.pageUrl())
                                .chain(
                                        submitted ->
                                                events.publish(
                                                        command.form().organization(), submitted))
                                .replaceWith(reading));
    }
}
