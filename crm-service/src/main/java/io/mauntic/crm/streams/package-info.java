/** What pages and integrators watch live. */
package io.mauntic.crm.streams;
