package io.mauntic.kit.database;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Stops what the database does for a request whose caller has gone. */
@ApplicationScoped
class Abandoned {

    private static final Logger LOG = Logger.getLogger(Abandoned.class);

    private final Pool pool;

    Abandoned(Pool pool) {
        this.pool = pool;
    }

    /** Its statement fails, and with it the unit is rolled back. */
    void cancel(OpenUnit unit) {
        unit.backend()
                .ifPresent(
                        backend ->
                                pool.preparedQuery("select pg_cancel_backend($1)")
                                        .execute(Tuple.of(backend))
                                        .subscribe()
                                        .with(
                                                _ -> LOG.debug("A caller has gone"),
                                                failure ->
                                                        LOG.warn(
                                                                "What nobody waits for goes on",
                                                                failure)));
    }
}
