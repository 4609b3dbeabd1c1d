package io.httpcached.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which request fields select a response, and whether two requests agree in them (RFC 9111 §4.1). */
public final class Vary {

    private static final List<String> STAR = List.of("*");

    /** Fields in which a comma is not a separator, so that white space beside it counts. */
    private static final Set<String> NOT_LISTS =
            Set.of("authorization", "cookie", "from", "host", "origin", "referer", "user-agent");

    private Vary() {}

    /**
     * {@return the names in the {@code Vary} lines of a response, lower-cased, sorted and distinct; just {@code *} if that
     * is among them}
     *
     * @param response the response's fields
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
     * {@return whether no two requests can be said to agree}
     *
     * @param names what {@link #names} gave
     */
    public static boolean isStar(List<String> names) {
        return names.contains("*");
    }

    /**
     * {@return the canonical text of the nominated fields of a request} Requests that mean the same give the same text,
     * others never do: every part stands behind its length. The fields of content negotiation are compared by what they
     * mean, all others by their combined value without white space about its commas.
     *
     * @param names what {@link #names} gave, not {@code *}
     * @param request the request's fields
     */
    public static String select(List<String> names, FieldLines request) {
        StringBuilder text = new StringBuilder(names.size() * 32);
        for (String name : names) {
            append(append(text, name), canonical(name, request.all(name)));
        }
        return text.toString();
    }

    /**
     * {@return the canonical text of one field of a request} The same for values that mean the same, never for others.
     *
     * @param name its name in lower case
     * @param lines its lines
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
