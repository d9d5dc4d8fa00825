/** The log for people. */
package io.mauntic.integrations.delivery.interfaces.ui;
