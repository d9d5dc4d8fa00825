/** The tracking script and what it sends. */
package io.mauntic.content.visit.interfaces.web;
