package io.mauntic.crm.segment.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A contact as a filter sees it, in memory. */
record KnownContact(
        long id,
        Map<String, String> texts,
        int points,
        Instant createdAt,
        List<String> tags,
        Map<String, Object> fields) {}
