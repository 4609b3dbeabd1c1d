package io.httpcached.suite.conformance;

import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of a {@code Cache-Status} member, in any order. What it says in {@code detail} is for people, and
 * compared only where a case names it.
 */
final class Trace {

    private static final String DETAIL = "detail";

    private Trace() {}

    /** {@return the parameters that are comparable to those of another trace} */
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
