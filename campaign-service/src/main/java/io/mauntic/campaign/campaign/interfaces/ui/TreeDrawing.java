package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.campaign.campaign.domain.CampaignGraph;
import io.mauntic.campaign.campaign.domain.ContactFields;
import io.mauntic.campaign.campaign.domain.Operator;
import io.mauntic.campaign.campaign.domain.Path;
import io.mauntic.campaign.campaign.domain.Schedule;
import io.mauntic.campaign.campaign.domain.Step;
import io.mauntic.campaign.campaign.domain.StepKind;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.Choice;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.FormView;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.Kind;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.Line;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.Option;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.SpotView;
import io.mauntic.campaign.campaign.interfaces.ui.BuilderView.StepView;
import io.mauntic.contracts.campaign.model.CampaignEventFigures;
import io.mauntic.ui.BuilderState;
import io.mauntic.ui.FormErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws a graph as the lines of a tree, with whatever is open in it. */
final class TreeDrawing {

    private final long campaign;
    private final CampaignGraph graph;
    private final boolean mayWrite;
    private final StepWords words;
    private final Map<String, CampaignEventFigures> figures;
    private final Map<String, String> problems;
    private final Opened opened;
    private final List<Line> lines = new ArrayList<>();

    TreeDrawing(
            long campaign,
            CampaignGraph graph,
            boolean mayWrite,
            StepWords words,
            Map<String, CampaignEventFigures> figures,
            Map<String, String> problems,
            Opened opened) {
        this.campaign = campaign;
        this.graph = graph;
        this.mayWrite = mayWrite;
        this.words = words;
        this.figures = figures;
        this.problems = problems;
        this.opened = opened;
    }

    List<Line> lines() {
        graph.first().forEach(this::draw);
        String label =
                graph.steps().isEmpty() ? words.words().addFirst() : words.words().addBeginning();
        spot(new Place("", ""), label, false);
        return lines;
    }

    private void draw(Step step) {
        lines.add(new Line(Kind.STEP, view(step), null));
        lines.add(Line.of(Kind.DOWN));
        if (step.kind() instanceof StepKind.Action) {
            graph.after(step.key(), Path.NEXT).forEach(this::draw);
            spot(new Place(step.key(), ""), words.words().addStep(), true);
        } else {
            graph.after(step.key(), Path.YES).forEach(this::draw);
            spot(new Place(step.key(), "yes"), words.words().addYes(), true);
            graph.after(step.key(), Path.NO).forEach(this::draw);
            spot(new Place(step.key(), "no"), words.words().addNo(), true);
        }
        lines.add(Line.of(Kind.UP));
        lines.add(Line.of(Kind.END));
    }

    private void spot(Place place, String label, boolean below) {
        if (!mayWrite) {
            return;
        }
        List<Choice> palette = List.of();
        FormView form = null;
        if (opened instanceof Opened.Palette(Place where) && where.equals(place)) {
            palette = palette(place, below);
        } else if (opened
                        instanceof
                        Opened.NewStep(
                                Place where,
                                StepForm typed,
                                BuilderState state,
                                FormErrors errors)
                && where.equals(place)) {
            form =
                    form(
                            typed,
                            state,
                            errors,
                            words.kind(typed.kind()),
                            place.address(campaign) + "&kind=" + typed.kind());
        }
        lines.add(
                new Line(
                        Kind.SPOT,
                        null,
                        new SpotView(place.id(), label, place.address(campaign), palette, form)));
    }

    /** Reactions can only be waited for below an email. */
    private List<Choice> palette(Place place, boolean below) {
        boolean email =
                below && graph.step(place.after()).filter(this::isEmailOrBelowOne).isPresent();
        Stream<String> kinds =
                email
                        ? Stream.of(
                                "email.open",
                                "email.click",
                                "email.send",
                                "contact.tags",
                                "contact.points",
                                "contact.field")
                        : Stream.of(
                                "email.send", "contact.tags", "contact.points", "contact.field");
        return kinds.map(
                        kind ->
                                new Choice(
                                        words.kind(kind),
                                        StepWords.icon(kind),
                                        place.address(campaign) + "&kind=" + kind))
                .toList();
    }

    private boolean isEmailOrBelowOne(Step step) {
        return step.kind() instanceof StepKind.SendEmail || graph.emailAbove(step).isPresent();
    }

    private StepView view(Step step) {
        CampaignEventFigures count =
                figures.getOrDefault(
                        step.key(),
                        new CampaignEventFigures()
                                .done(0L)
                                .waiting(0L)
                                .tookYes(0L)
                                .tookNo(0L)
                                .failed(0L));
        long forked = count.getTookYes() + count.getTookNo();
        boolean forks = !(step.kind() instanceof StepKind.Action);
        FormView form = null;
        if (mayWrite && opened instanceof Opened.EditStep edit && edit.key().equals(step.key())) {
            form =
                    form(
                            edit.typed().orElseGet(() -> StepForm.of(step)),
                            edit.state(),
                            edit.errors(),
                            words.title(step.kind()),
                            address(step));
        }
        CampaignMessages said = words.words();
        return new StepView(
                step.key(),
                step.kind().type().word(),
                switch (step.kind().type()) {
                    case ACTION -> said.action();
                    case DECISION -> said.decision();
                    case CONDITION -> said.condition();
                },
                StepWords.icon(step.kind().code()),
                switch (step.kind().type()) {
                    case ACTION -> "blue";
                    case DECISION -> "purple";
                    case CONDITION -> "orange";
                },
                words.title(step.kind()),
                words.timing(step),
                switch (step.path()) {
                    case NEXT -> null;
                    case YES -> said.yes();
                    case NO -> said.no();
                },
                step.path() == Path.YES,
                count.getDone(),
                count.getWaiting(),
                count.getFailed(),
                forks && forked > 0 ? Math.round(100.0 * count.getTookYes() / forked) + " %" : null,
                problems.get(step.key()),
                step.kind() instanceof StepKind.SendEmail email ? email.emailId() : null,
                form);
    }

    private String address(Step step) {
        return "/app/campaign/campaigns/%d/steps/%s".formatted(campaign, step.key());
    }

    private FormView form(
            StepForm typed, BuilderState state, FormErrors errors, String title, String action) {
        return new FormView(
                typed,
                state,
                errors,
                title,
                action,
                "/app/campaign/campaigns/" + campaign,
                words.emails().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                        .map(
                                email ->
                                        option(
                                                typed,
                                                "emailId",
                                                email.getKey().toString(),
                                                email.getValue()))
                        .toList(),
                Stream.concat(ContactFields.STANDARD.stream(), Stream.of("custom"))
                        .map(
                                field ->
                                        option(
                                                typed,
                                                "field",
                                                field,
                                                field.equals("custom")
                                                        ? words.words().custom()
                                                        : words.field(field)))
                        .toList(),
                Arrays.stream(Operator.values())
                        .map(
                                operator ->
                                        option(
                                                typed,
                                                "operator",
                                                operator.word(),
                                                words.operator(operator.word())))
                        .toList(),
                Arrays.stream(Schedule.Unit.values())
                        .map(unit -> option(typed, "unit", unit.word(), words.unit(unit.word())))
                        .toList());
    }

    private static Option option(StepForm typed, String field, String value, String label) {
        return new Option(value, label, typed.has(field, value));
    }
}
