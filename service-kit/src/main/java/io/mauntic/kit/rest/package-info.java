/** What every REST answer has in common: problems, the contract, merge patches, idempotency. */
package io.mauntic.kit.rest;
