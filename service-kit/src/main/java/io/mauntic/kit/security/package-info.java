/** Who is asking, and what they may do: decided locally from the token. Deny is the default. */
package io.mauntic.kit.security;
