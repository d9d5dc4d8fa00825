package io.mauntic.kit.drafts;

import io.mauntic.kernel.Violation;
import java.util.List;

/**
 * What the builder's script is told after it sent a draft.
 *
 * @param kept whether it was; if not, another window has kept a later one
 * @param problems what stands in the way of saving, by the names of the form's fields
 */
public record DraftAnswer(boolean kept, long revision, List<Violation> problems) {}
