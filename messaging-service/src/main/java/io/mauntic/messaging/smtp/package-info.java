/**
 * SMTP as a sender needs it. Written here rather than taken from a mail client because the moment
 * before the final dot must belong to us: what is handed over is noted in the database right then,
 * neither earlier nor later.
 */
package io.mauntic.messaging.smtp;
