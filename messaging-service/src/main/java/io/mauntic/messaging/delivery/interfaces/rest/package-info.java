/** The contract's bounces. */
package io.mauntic.messaging.delivery.interfaces.rest;
