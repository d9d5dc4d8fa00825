package io.mauntic.crm.segment.infrastructure;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a statement in the making. Nothing that a person typed gets into a statement
 * but through here.
 */
final class Parameters {

    private final List<Object> values = new ArrayList<>();

    /**
     * Adds a value and answers its placeholder.
     *
     * @param type the SQL type, a constant of the program
     */
    String bind(Object value, String type) {
        values.add(value);
        return "$" + values.size() + "::" + type;
    }

    int size() {
        return values.size();
    }

    Object[] values() {
        return values.toArray();
    }
}
