/** The tracking snippet for marketers. */
package io.mauntic.content.visit.interfaces.ui;
