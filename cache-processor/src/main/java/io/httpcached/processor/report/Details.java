package io.httpcached.processor.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of an object, in order. What is not set is left out. */
final class Details {

    private final Map<String, Object> members = new LinkedHashMap<>();

    Details add(String name, Object value) {
        members.put(name, value);
        return this;
    }

    Details addIfSet(String name, String value) {
        return value.isEmpty() ? this : add(name, value);
    }

    Details addIfSet(String name, Collection<?> values) {
        return values.isEmpty() ? this : add(name, values);
    }

    Details addIfSet(String name, boolean value) {
        return value ? add(name, true) : this;
    }

    Details addUnless(Enum<?> otherwise, String name, Enum<?> value) {
        return value == otherwise ? this : add(name, value.name());
    }

    Map<String, Object> toMap() {
        return members;
    }
}
