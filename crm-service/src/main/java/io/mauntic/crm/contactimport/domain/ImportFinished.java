package io.mauntic.crm.contactimport.domain;

/** An import has ended, one way or the other. */
public record ImportFinished(
        long importId,
        String status,
        long total,
        long created,
        long updated,
        long ignored,
        long failed) {}
