/** Liquid that marketers write: checked when it is saved, bounded when it runs. */
package io.mauntic.messaging.template;
