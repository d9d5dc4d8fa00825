package io.mauntic.content.visit.domain;

import io.mauntic.kernel.ContactId;
import java.util.Optional;

/**
 * A visitor looked at a page.
 *
 * @param title empty when the page has none
 * @param referrer empty when the visitor came from nowhere
 * @param named whom a signed token in the page's address names
 */
public record PageVisit(
        VisitorId visitor, String url, String title, String referrer, Optional<ContactId> named) {}
