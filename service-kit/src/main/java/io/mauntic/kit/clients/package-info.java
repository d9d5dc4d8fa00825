/** How one service asks another: with the platform's own token, on behalf of one organization. */
package io.mauntic.kit.clients;
