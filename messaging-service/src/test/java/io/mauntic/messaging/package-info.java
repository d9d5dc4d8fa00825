/**
 * What the tests of messaging speak with: a mail server that misbehaves on request, and a small
 * crm.
 */
package io.mauntic.messaging;
