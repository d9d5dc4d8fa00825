/**
 * Leads contacts through campaigns. A pipeline over four tables rather than a model: {@code
 * Members}, {@code PendingSteps}, {@code WalkLog} and {@code Kickoffs} each hold the statements of
 * one table, every other class is one use case or one loop.
 *
 * <p>Rows are always locked in this order, so that no two units of work wait for each other:
 * campaign, members, pending steps, log.
 */
package io.mauntic.campaign.walk.engine;
