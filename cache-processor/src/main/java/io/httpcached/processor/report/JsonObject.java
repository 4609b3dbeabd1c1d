package io.httpcached.processor.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON object, in order, without those that are not set. */
final class JsonObject {

    private final Map<String, Object> members = new LinkedHashMap<>();

    JsonObject add(String name, Object value) {
        members.put(name, value);
        return this;
    }

    JsonObject addIfSet(String name, String value) {
        return value.isEmpty() ? this : add(name, value);
    }

    JsonObject addIfSet(String name, Collection<?> values) {
        return values.isEmpty() ? this : add(name, values);
    }

    JsonObject addIfSet(String name, boolean value) {
        return value ? add(name, true) : this;
    }

    JsonObject addUnless(Enum<?> otherwise, String name, Enum<?> value) {
        return value == otherwise ? this : add(name, value.name());
    }

    Map<String, Object> toMap() {
        return members;
    }
}
