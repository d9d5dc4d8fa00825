package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.contracts.campaign.model.CampaignFigures;
import io.mauntic.ui.BuilderState;
import io.mauntic.ui.FormErrors;
import java.time.OffsetDateTime;
import java.util.List;

/** All that the builder shows. */
public record BuilderView(
        long id,
        String name,
        String status,
        boolean published,
        boolean mayWrite,
        boolean mayPublish,
        List<SourceView> sources,
        CampaignFigures figures,
        List<String> problems,
        List<Line> lines,
        Edits edits,
        boolean live) {

    /**
     * What was done to the steps.
     *
     * @param forms whether a step's form is open, which has its own undo and redo
     */
    public record Edits(boolean canUndo, boolean canRedo, OffsetDateTime last, boolean forms) {}

    /** A segment that feeds the campaign. */
    public record SourceView(long id, String name, boolean gone) {}

    /** A piece of the drawn tree, in the order in which it is written. */
    public record Line(Kind kind, StepView step, SpotView spot) {

        static Line of(Kind kind) {
            return new Line(kind, null, null);
        }

        public boolean is(String name) {
            return kind.name().equals(name);
        }
    }

    /**
     * What a line draws: a step's beginning, the beginning and the end of the list below it, its
     * end, a place for a new step.
     */
    public enum Kind {
        STEP,
        DOWN,
        UP,
        END,
        SPOT
    }

    /** A step with its figures. */
    public record StepView(
            String key,
            String type,
            String typeLabel,
            String icon,
            String colour,
            String title,
            String timing,
            String pathLabel,
            boolean onYes,
            long done,
            long waiting,
            long failed,
            String yesShare,
            String problem,
            Long email,
            FormView form) {}

    /** A place where a step can be added: closed, with its palette, or with a form. */
    public record SpotView(
            String id, String label, String address, List<Choice> palette, FormView form) {}

    /** A kind of step on the palette. */
    public record Choice(String label, String icon, String address) {}

    /** An open form. */
    public record FormView(
            StepForm form,
            BuilderState state,
            FormErrors errors,
            String title,
            String action,
            String cancel,
            List<Option> emails,
            List<Option> fields,
            List<Option> operators,
            List<Option> units) {}

    /** One of a list to choose from. */
    public record Option(String value, String label, boolean selected) {}
}
