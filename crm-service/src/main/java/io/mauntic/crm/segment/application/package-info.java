/** What can be done with segments, one class a use case. */
package io.mauntic.crm.segment.application;
