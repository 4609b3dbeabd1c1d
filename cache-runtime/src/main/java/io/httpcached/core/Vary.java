package io.httpcached.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Determines the request fields that select a response, and compares requests by them (RFC 9111 §4.1). */
public final class Vary {

    private static final List<String> STAR = List.of("*");

    /** Fields in which a comma is not a separator, so that white space next to it is significant. */
    private static final Set<String> NOT_LISTS =
            Set.of("authorization", "cookie", "from", "host", "origin", "referer", "user-agent");

    private Vary() {}

    /**
     * {@return the distinct names in the {@code Vary} lines of a response in lower case, sorted; only {@code *} if they contain
     * it}
     *
     * @param response the fields of the response
     */
    public static List<String> names(FieldLines response) {
        if (!response.has("Vary")) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        for (String name : Tokens.members(response.all("Vary"))) {
            names.add(name.toLowerCase(Locale.ROOT));
        }
        return names.contains("*") ? STAR : List.copyOf(names);
    }

    /**
     * {@return the names that the {@code Vary} lines of a response lack} None is missing if the lines contain {@code *}.
     *
     * @param response the fields of the response
     * @param names the names that {@code Vary} has to contain
     */
    public static List<String> missing(FieldLines response, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Set<String> known = new HashSet<>(names(response));
        return known.contains("*")
                ? List.of()
                : names.stream()
                        .filter(name -> known.add(name.toLowerCase(Locale.ROOT)))
                        .toList();
    }

    /**
     * {@return whether the response varies on everything, so that no two requests match}
     *
     * @param names the result of {@link #names}
     */
    public static boolean isStar(List<String> names) {
        return names.contains("*");
    }

    /**
     * {@return the canonical text of the given parts of a request} Equivalent requests have equal texts, and others never
     * do, because each part is prefixed with its length. Content negotiation fields are compared by their meaning, all other
     * fields by their combined value without white space around commas.
     *
     * @param parts the parts, sorted
     * @param request the request
     */
    public static String select(List<RequestPart> parts, CacheRequest request) {
        StringBuilder text = new StringBuilder(parts.size() * 32);
        for (RequestPart part : parts) {
            append(append(text, part.text()), request.text(part));
        }
        return text.toString();
    }

    /**
     * {@return the canonical text of one field of a request} Equivalent values have equal texts, and others never do.
     *
     * @param name the name of the field in lower case
     * @param lines the lines of the field
     */
    public static String canonical(String name, List<String> lines) {
        String meaning = Negotiation.canonical(name, lines);
        if (meaning != null) {
            return '~' + meaning;
        }
        return lines.isEmpty() ? "-" : '=' + combined(name, lines);
    }

    /** RFC 9110 §5.3: several lines are one list. */
    private static String combined(String name, List<String> lines) {
        List<String> parts = new ArrayList<>(lines.size());
        for (String line : lines) {
            if (NOT_LISTS.contains(name)) {
                parts.add(Tokens.trim(line, 0, line.length()));
            } else {
                parts.addAll(Tokens.split(line, ','));
            }
        }
        return String.join(",", parts);
    }

    static StringBuilder append(StringBuilder text, @Nullable String part) {
        return part == null
                ? text.append('-')
                : text.append(part.length()).append(':').append(part);
    }
}
