package io.httpcached.server.interceptor;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, undecoded: parameters that decode to the same text may still differ for a handler that reads the
 * query itself.
 */
final class RawQuery {

    private static final Pattern SEPARATOR = Pattern.compile("[&;]");

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

    /**
     * Removes the ignored parameters from a query. What is left keeps its order and its spelling.
     *
     * <p>A parameter is removed only where every reading of the query removes it. The server separates by {@code ;} as well, unless
     * it is configured otherwise, and so may a handler. So what is between two {@code &} is removed if it is ignored both as one
     * parameter and as several, and otherwise stays. Nothing is removed from a query with more parameters than the server reads:
     * the others would move up.
     *
     * @param query an undecoded query, or null if there is none
     * @param ignored the ignored parameters
     * @param maximum the number of parameters that the server reads
     * @param charset the charset with which the server decodes names
     * @return the rest of the query, or null if there is none
     */
    static @Nullable String without(@Nullable String query, IgnoredParameters ignored, int maximum, Charset charset) {
        if (query == null || ignored.isEmpty() || SEPARATOR.split(query, -1).length > maximum) {
            return query;
        }
        List<String> kept = Arrays.stream(query.split("&", -1))
                .filter(part -> !isIgnored(part, ignored, charset))
                .toList();
        return kept.isEmpty() ? null : String.join("&", kept);
    }

    private static boolean isIgnored(String part, IgnoredParameters ignored, Charset charset) {
        return Stream.concat(Stream.of(part), Stream.of(part.split(";", -1)))
                .map(parameter -> decode(name(parameter), charset))
                .allMatch(name -> name != null && ignored.contains(name));
    }

    /** Returns the name as the server decodes it, or null if it is malformed. */
    private static @Nullable String decode(String name, Charset charset) {
        try {
            return URLDecoder.decode(name, charset);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
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
