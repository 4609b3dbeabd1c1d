package io.httpcached.server.interceptor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, undecoded: parameters that decode to the same text may still differ for a handler that reads the
 * query itself.
 */
final class RawQuery {

    private static final Comparator<String> BY_NAME = Comparator.comparing(RawQuery::name);

    private RawQuery() {}

    /**
     * Returns the parameters sorted by name; parameters with the same name keep their order. All parameters keep their order
     * where the server may see other parameters than this class does: it also separates by {@code ;}, decodes names, ignores
     * {@code =} before a name, and drops the parameters above a maximum.
     *
     * @param query an undecoded query, or null if there is none
     * @param maximum the number of parameters that the server reads
     * @return the parameters
     */
    static List<String> parameters(@Nullable String query, int maximum) {
        if (query == null) {
            return List.of();
        }
        String[] parameters = query.split("&", -1);
        if (parameters.length <= maximum
                && query.indexOf(';') < 0
                && Arrays.stream(parameters).noneMatch(RawQuery::hasUnclearName)) {
            Arrays.sort(parameters, BY_NAME);
        }
        return List.of(parameters);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static boolean hasUnclearName(String parameter) {
        String name = name(parameter);
        return (name.isEmpty() && !parameter.isEmpty()) || name.indexOf('%') >= 0 || name.indexOf('+') >= 0;
    }
}
