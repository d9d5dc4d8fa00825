package io.mauntic.kit.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.Sql;
import io.mauntic.kit.database.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;

/**
 * The settings of organizations, from this service's own table: identity writes it when they are
 * changed, a service that listens to identity when it hears of it. So they are as new as the last
 * event, whichever replica has heard it, and nobody is asked for them.
 */
@ApplicationScoped
public class OrganizationSettings {

    private static final String READ = "select version, settings::text from organization_settings";

    // Lanes and replays may bring an older state after a newer one.
    private static final String KEEP =
            """
            insert into organization_settings as known (organization_id, version, settings)
            values ($1, $2, $3::text::jsonb)
            on conflict (organization_id) do update
                set version = excluded.version, settings = excluded.settings
                where known.version < excluded.version
            """;

    private final UnitOfWork unitOfWork;
    private final Sql sql;
    private final ObjectMapper json;

    OrganizationSettings(UnitOfWork unitOfWork, Sql sql, ObjectMapper json) {
        this.unitOfWork = unitOfWork;
        this.sql = sql;
        this.json = json;
    }

    /**
     * Settings as they were changed.
     *
     * @param version counts the changes; 0 before the first
     */
    public record Version(long version, Settings settings) {

        public static final Version NONE = new Version(0, Settings.DEFAULT);
    }

    private static final class Read {
        private Uni<Version> version;
    }

    /**
     * The settings of the organization whose unit of work is open; the defaults until they are
     * changed. However often they are asked for, they are read once in a unit of work.
     */
    public Uni<Settings> current() {
        Read read = unitOfWork.attached(Read.class, Read::new);
        if (read.version == null) {
            read.version = version().memoize().indefinitely();
        }
        return read.version.map(Version::settings);
    }

    /** The same with their version, as they stand now. */
    public Uni<Version> version() {
        return sql.first(READ, this::version).map(found -> found.orElse(Version.NONE));
    }

    /** Keeps a version of the settings, unless a newer one is known. */
    public Uni<Void> keep(OrganizationId organization, Version changed) {
        return sql.update(KEEP, organization.value(), changed.version(), text(changed.settings()))
                .invoke(_ -> unitOfWork.attached(Read.class, Read::new).version = null)
                .replaceWithVoid();
    }

    private Version version(Row row) {
        return new Version(row.getLong("version"), settings(row.getString("settings")));
    }

    private Settings settings(String text) {
        try {
            return json.readValue(text, Settings.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String text(Settings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
