/** What a segment is: a filter over contacts, and who stays in or out whatever the filter says. */
package io.mauntic.crm.segment.domain;
