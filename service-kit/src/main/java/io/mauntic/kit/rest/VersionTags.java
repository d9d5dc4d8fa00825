package io.mauntic.kit.rest;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers the version of the thing that is shown, whatever the contract calls it, as ETag. */
class VersionTags {

    private static final ClassValue<Optional<Method>> VERSION =
            new ClassValue<>() {
                @Override
                protected Optional<Method> computeValue(Class<?> type) {
                    try {
                        return Optional.of(type.getMethod("getVersion"));
                    } catch (NoSuchMethodException unversioned) {
                        return Optional.empty();
                    }
                }
            };

    @ServerResponseFilter
    void tag(ContainerResponseContext answer) throws ReflectiveOperationException {
        Object shown = answer.getEntity();
        if (shown == null) {
            return;
        }
        Optional<Method> reader = VERSION.get(shown.getClass());
        if (reader.isPresent() && reader.get().invoke(shown) instanceof Long version) {
            answer.getHeaders().putSingle(HttpHeaders.ETAG, new EntityTag(Long.toString(version)));
        }
    }
}
