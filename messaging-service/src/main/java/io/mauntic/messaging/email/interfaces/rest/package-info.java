/** The contract's emails. */
package io.mauntic.messaging.email.interfaces.rest;
