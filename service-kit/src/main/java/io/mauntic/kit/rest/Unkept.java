package io.mauntic.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** No cache keeps an answer of the API: it holds what one bearer may see, some of it once. */
class Unkept {

    @ServerResponseFilter
    void forbidKeeping(ContainerRequestContext request, ContainerResponseContext answer) {
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            answer.getHeaders()
                    .computeIfAbsent(
                            HttpHeaders.CACHE_CONTROL, _ -> new ArrayList<>(List.of("no-store")));
        }
    }
}
