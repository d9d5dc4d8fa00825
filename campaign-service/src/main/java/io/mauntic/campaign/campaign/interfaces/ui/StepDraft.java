package io.mauntic.campaign.campaign.interfaces.ui;

import io.mauntic.kit.drafts.Draft;
import io.mauntic.kit.drafts.Drafts;
import io.mauntic.kit.drafts.Fingerprint;
import io.mauntic.ui.BuilderState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is typed into the form of a step before it is saved.
 *
 * @param name the key of a step, or {@code new~kind~path~after} for one that is being added
 */
record StepDraft(long campaign, String name) {

    private static final String NEW = "new~";

    static StepDraft of(long campaign, Place place, String kind) {
        return new StepDraft(campaign, NEW + kind + "~" + place.path() + "~" + place.after());
    }

    /** The kind of a step that is being added. */
    Optional<String> newKind() {
        return part(1);
    }

    /** Where a step is being added. */
    Optional<Place> newPlace() {
        return part(3).map(after -> new Place(after, part(2).orElse("")));
    }

    /** Where the form is shown. */
    String page() {
        return newPlace()
                .map(place -> place.address(campaign) + "&kind=" + newKind().orElse(""))
                .orElse("/app/campaign/campaigns/%d/steps/%s".formatted(campaign, name));
    }

    String thing() {
        return "campaigns/%d/steps/%s".formatted(campaign, name);
    }

    /** The form of what is saved. */
    BuilderState fresh(String base) {
        return BuilderState.fresh(address(), base);
    }

    /** The form as it was left. */
    BuilderState kept(Draft draft) {
        return BuilderState.kept(address(), draft.base(), draft.revision(), draft.savedAt());
    }

    /** The form as it was sent. */
    BuilderState sent(Map<String, List<String>> typed) {
        return BuilderState.kept(address(), Drafts.base(typed), Drafts.revision(typed), null);
    }

    /** Tells whether a step is still the one that was edited. */
    static String base(StepForm saved) {
        return Fingerprint.of(saved.kind(), new TreeMap<>(saved.values()));
    }

    private String address() {
        return "/ui/campaign/campaigns/%d/steps/%s/draft".formatted(campaign, name);
    }

    private Optional<String> part(int index) {
        String[] parts = name.split("~", 4);
        return name.startsWith(NEW) && parts.length == 4
                ? Optional.of(parts[index])
                : Optional.empty();
    }
}
