package io.httpcached.server.management;

import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to the endpoint. One that is unknown, blank or too many is refused with what to write. */
final class StrictParameters {

    private final ConvertibleMultiValues<String> values;
    private final String usage;

    /**
     * Takes the parameters.
     *
     * @param values all that the request has
     * @param known the names that there are
     * @param usage a sentence that says what to write, the end of each refusal
     * @throws HttpStatusException with status 400 if there is another name
     */
    StrictParameters(ConvertibleMultiValues<String> values, Set<String> known, String usage) {
        this.values = values;
        this.usage = usage;
        Set<String> unknown = new TreeSet<>(values.names());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw refused("There is no parameter " + String.join(", ", unknown) + ".");
        }
    }

    List<String> all(String name) {
        List<String> all = values.getAll(name);
        if (all.stream().anyMatch(String::isBlank)) {
            throw refused("The parameter " + name + " is blank.");
        }
        return all;
    }

    @Nullable
    String once(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw refused("The parameter " + name + " is given more than once.");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    boolean flag(String name) {
        String value = once(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw refused("The parameter " + name + " is neither true nor false.");
        }
        return "true".equals(value);
    }

    /** {@return the refusal of something that the parameters say} */
    HttpStatusException refused(String why) {
        return new HttpStatusException(HttpStatus.BAD_REQUEST, why + " " + usage);
    }
}
