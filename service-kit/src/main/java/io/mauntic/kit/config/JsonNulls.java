package io.mauntic.kit.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Properties without a value are left out of JSON. The entries of a map stay, null or not: in a
 * merge patch and in an event's changed fields null says that something is empty now.
 */
@Singleton
class JsonNulls implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS));
    }
}
