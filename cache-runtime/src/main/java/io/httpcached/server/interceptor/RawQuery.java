package io.httpcached.server.interceptor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, undecoded: what decodes to the same text may not be the same to a handler that reads the
 * query itself.
 */
final class RawQuery {

    private static final Comparator<String> BY_NAME = Comparator.comparing(RawQuery::name);

    private RawQuery() {}

    /**
     * {@return the parameters, differently named ones in an order that does not depend on theirs in the query, equally
     * named ones in theirs} Where it takes decoding to say which names are equal, all stay in the order of the query.
     *
     * @param query an undecoded query, null if there is none
     */
    static List<String> parameters(@Nullable String query) {
        if (query == null) {
            return List.of();
        }
        String[] parameters = query.split("&", -1);
        if (query.indexOf(';') < 0 && Arrays.stream(parameters).noneMatch(RawQuery::hasEncodedName)) {
            Arrays.sort(parameters, BY_NAME);
        }
        return List.of(parameters);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static boolean hasEncodedName(String parameter) {
        String name = name(parameter);
        return name.indexOf('%') >= 0 || name.indexOf('+') >= 0;
    }
}
