package io.mauntic.identity.directory;

import io.mauntic.kernel.OrganizationId;
import java.util.UUID;

/**
 * Keycloak has still to learn how a row stands now.
 *
 * @param revision counts the changes, so that a change made while an older one is carried out is
 *     not taken for done
 * @param lease whoever carries it out now
 */
public record DirectoryTask(
        OrganizationId organization, DirectoryKind kind, long id, long revision, UUID lease) {}
