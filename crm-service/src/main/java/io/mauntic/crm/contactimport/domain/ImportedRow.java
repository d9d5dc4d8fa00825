package io.mauntic.crm.contactimport.domain;

import io.mauntic.crm.contact.domain.ContactDetails;
import java.util.List;

/** What became of one row of the file. */
public sealed interface ImportedRow {

    /** It can be a contact. */
    record Ready(long line, ContactDetails contact) implements ImportedRow {}

    /** Nothing stands in it. */
    record Empty() implements ImportedRow {}

    /**
     * It cannot be a contact.
     *
     * @param line where it begins in the file, from 1
     * @param reason for the person who made the file
     * @param cells the row as it was
     */
    record Rejected(long line, String reason, List<String> cells) implements ImportedRow {}
}
