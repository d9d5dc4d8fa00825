/** Forgetting people: what every service does when a contact is erased. */
package io.mauntic.kit.erasure;
