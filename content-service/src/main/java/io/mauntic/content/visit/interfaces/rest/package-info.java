/** The tracking snippet for integrators. */
package io.mauntic.content.visit.interfaces.rest;
