/**
 * Segments in the database: filters become statements, and each statement works on whole sets of
 * contacts.
 */
package io.mauntic.crm.segment.infrastructure;
