/** What every service knows of an organization: its zone, language, brand, address and sender. */
package io.mauntic.kit.organization;
