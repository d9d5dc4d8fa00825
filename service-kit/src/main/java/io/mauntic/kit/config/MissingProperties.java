package io.mauntic.kit.config;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Leaves it to Bean Validation to miss a required property: that names all of them at once, where
 * Jackson stops at the first and calls it a wrong type.
 */
@Singleton
class MissingProperties implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        AnnotationIntrospector usual =
                mapper.getDeserializationConfig().getAnnotationIntrospector();
        mapper.setAnnotationIntrospectors(
                mapper.getSerializationConfig().getAnnotationIntrospector(),
                AnnotationIntrospector.pair(new NothingRequired(), usual));
    }

    private static final class NothingRequired extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return false;
        }
    }
}
