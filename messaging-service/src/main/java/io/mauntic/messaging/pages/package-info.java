/** What all pages share. */
package io.mauntic.messaging.pages;
