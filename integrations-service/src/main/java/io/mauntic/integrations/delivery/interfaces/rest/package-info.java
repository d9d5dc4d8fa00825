/** The log for integrators. */
package io.mauntic.integrations.delivery.interfaces.rest;
