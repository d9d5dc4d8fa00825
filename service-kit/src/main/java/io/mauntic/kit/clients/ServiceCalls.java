package io.mauntic.kit.clients;

import io.mauntic.kernel.OrganizationId;
import io.mauntic.kit.database.FreshContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Calls to other services on behalf of an organization. A client is the generated interface:
 *
 * <pre>{@code
 * @RegisterRestClient(configKey = "crm")
 * @RegisterProvider(ServiceCallFilter.class)
 * interface CrmSegments extends SegmentsApi {}
 *
 * calls.onBehalfOf(organization, () -> crmSegments.getSegment(id));   // never inside a unit of work
 * }</pre>
 *
 * with {@code quarkus.rest-client.crm.url=${mauntic.crm.url}} in the caller's configuration.
 */
@ApplicationScoped
public class ServiceCalls {

    private static final String ORGANIZATION = ServiceCalls.class.getName();

    private final FreshContext freshContext;

    ServiceCalls(FreshContext freshContext) {
        this.freshContext = freshContext;
    }

    /** The outcome of calls that carry this organization. */
    public <T> Uni<T> onBehalfOf(OrganizationId organization, Supplier<Uni<T>> calls) {
        return freshContext.run(
                () -> {
                    Vertx.currentContext().putLocal(ORGANIZATION, organization);
                    return calls.get();
                });
    }

    static Optional<OrganizationId> current() {
        Context context = Vertx.currentContext();
        return context == null
                ? Optional.empty()
                : Optional.ofNullable(context.getLocal(ORGANIZATION));
    }
}
