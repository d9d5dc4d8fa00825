package io.mauntic.crm.contactimport.application;

import java.util.UUID;

/** An uploaded file of which a person has yet to say what its columns mean. */
public record ImportDraft(long id, UUID fileKey, String fileName, CsvHead head) {}
