/** Contacts and what is known of them: companies, tags, consent, timeline, segments, imports. */
package io.mauntic.crm;
