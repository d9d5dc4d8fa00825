package io.mauntic.kit.rest;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Where in a request something is wrong, as {@code filter.rules[1].operator}. */
final class JsonPath {

    private JsonPath() {}

    static String of(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : failure.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
