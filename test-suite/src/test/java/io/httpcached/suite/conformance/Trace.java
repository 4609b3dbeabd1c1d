package io.httpcached.suite.conformance;

import java.util.Map;
import java.util.TreeMap;

/**
 * Parses the parameters of a {@code Cache-Status} member, in any order. The {@code detail} is meant for people and is
 * compared only if a case contains it.
 */
final class Trace {

    private static final String DETAIL = "detail";

    private Trace() {}

    /** Returns the parameters, which can be compared with those of another trace. */
    static Map<String, String> of(String text, boolean withDetail) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : text.split(";\\s*", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            parameters.put(name.strip(), equals < 0 ? "" : parameter.substring(equals + 1));
        }
        if (!withDetail) {
            parameters.remove(DETAIL);
        }
        return parameters;
    }

    static boolean hasDetail(String text) {
        return text.contains(DETAIL + "=");
    }
}
