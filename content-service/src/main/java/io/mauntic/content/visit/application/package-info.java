/** Taking in page visits, and learning whose they are. */
package io.mauntic.content.visit.application;
