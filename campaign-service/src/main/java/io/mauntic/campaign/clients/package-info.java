/** The other services that campaigns ask, by their contracts. Never inside a unit of work. */
package io.mauntic.campaign.clients;
