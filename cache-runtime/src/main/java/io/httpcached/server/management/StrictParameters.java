package io.httpcached.server.management;

import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to the endpoint. An unknown, blank or repeated one is answered with 400 and a usage text. */
final class StrictParameters {

    private final ConvertibleMultiValues<String> values;
    private final String usage;

    /**
     * Checks the names of the parameters.
     *
     * @param values the parameters of the request
     * @param known the known names
     * @param usage a sentence about the known parameters, which ends each message
     * @throws HttpStatusException with status 400 if a name is unknown
     */
    StrictParameters(ConvertibleMultiValues<String> values, Set<String> known, String usage) {
        this.values = values;
        this.usage = usage;
        Set<String> unknown = new TreeSet<>(values.names());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw badRequest("Unknown parameter: " + String.join(", ", unknown) + ".");
        }
    }

    List<String> all(String name) {
        List<String> all = values.getAll(name);
        if (all.stream().anyMatch(String::isBlank)) {
            throw badRequest("The parameter " + name + " is blank.");
        }
        return all;
    }

    @Nullable
    String single(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw badRequest("The parameter " + name + " is repeated.");
        }
        return all.isEmpty() ? null : all.get(0);
    }

    boolean isTrue(String name) {
        String value = single(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw badRequest("The parameter " + name + " must be true or false, but was '" + value + "'.");
        }
        return "true".equals(value);
    }

    /** {@return an exception with status 400, the message and the usage text} */
    HttpStatusException badRequest(String why) {
        return new HttpStatusException(HttpStatus.BAD_REQUEST, why + " " + usage);
    }
}
