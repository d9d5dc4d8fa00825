package io.mauntic.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mauntic.kernel.InvalidValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** JSON Merge Patch (RFC 7396): null removes, an object merges, anything else replaces. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * A thing as it is after the patch; the thing itself is left as it was.
     *
     * @param thing what the contract shows of it, or the shape that creates it
     * @param patch the request's body, as Jackson read it
     * @throws InvalidValues when the patch is no object
     * @throws ConstraintViolationException when what the patch names breaks the contract's
     *     constraints; what was there before is trusted
     */
    public <T> T apply(T thing, Object patch, Class<T> type) throws JsonProcessingException {
        JsonNode changes = json.valueToTree(patch);
        if (!changes.isObject()) {
            throw new InvalidValues("body", "A change is a JSON object.");
        }
        T patched = json.treeToValue(merge(json.valueToTree(thing), (ObjectNode) changes), type);
        Set<ConstraintViolation<T>> violations =
                validator.validate(patched).stream()
                        .filter(violation -> changes.has(field(violation)))
                        .collect(Collectors.toSet());
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    private static String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().toString();
    }

    static JsonNode merge(JsonNode target, ObjectNode patch) {
        ObjectNode merged = target.isObject() ? target.deepCopy() : patch.objectNode();
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                merged.remove(change.getKey());
            } else if (value instanceof ObjectNode nested) {
                merged.set(change.getKey(), merge(merged.path(change.getKey()), nested));
            } else {
                merged.set(change.getKey(), value);
            }
        }
        return merged;
    }
}
