/** When a delivery is good, when it is tried again, and where it may go. */
package io.mauntic.integrations.delivery.domain;
