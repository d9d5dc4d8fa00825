package io.mauntic.content.form.infrastructure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mauntic.content.form.domain.FormDefinition;
import io.mauntic.content.form.domain.FormField;
import io.mauntic.content.form.domain.PostAction;
import io.mauntic.contracts.content.model.NewForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A form's definition as JSON: the same words in the database and in the contract, without what is
 * not set.
 */
@ApplicationScoped
public class FormJson {

    private final ObjectMapper mapper;

    FormJson(ObjectMapper mapper) {
        this.mapper =
                mapper.copy()
                        .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)
                        .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                        .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
    }

    JsonArray fields(FormDefinition definition) {
        return new JsonArray(write(definition.fields()));
    }

    JsonObject postAction(FormDefinition definition) {
        return new JsonObject(write(definition.postAction()));
    }

    List<FormField> fields(JsonArray stored) {
        return read(stored.encode(), new TypeReference<>() {});
    }

    PostAction postAction(JsonObject stored) {
        return read(stored.encode(), new TypeReference<>() {});
    }

    <T> T read(String stored, TypeReference<T> type) {
        try {
            return mapper.readValue(stored, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The definition that a contract's model or a JSON tree tells; what it does not say takes its
     * default.
     */
    public FormDefinition definition(Object told) {
        return mapper.convertValue(told, FormDefinition.class);
    }

    /** The definition as the contract's model, to be patched. */
    public NewForm model(FormDefinition definition) {
        return mapper.convertValue(definition, NewForm.class);
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
