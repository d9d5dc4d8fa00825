package io.mauntic.integrations.delivery.application;

import io.mauntic.integrations.delivery.domain.Attempt;
import io.mauntic.integrations.delivery.domain.Verdict;

/** What came of an attempt, and what follows. */
public record Settlement(Delivery delivery, Attempt attempt, Verdict verdict) {}
