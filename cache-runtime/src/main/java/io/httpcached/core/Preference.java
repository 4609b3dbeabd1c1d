package io.httpcached.core;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One member of a field of content negotiation: what is preferred, and how much (RFC 9110 §12.4.2). The natural order is
 * by weight, the greatest first.
 *
 * @param range a media range, language range or coding, in lower case
 * @param parameters its parameters other than the weight, sorted, names in lower case, values without quotes
 * @param weight from 0 to 1000
 */
record Preference(String range, String parameters, int weight) implements Comparable<Preference> {

    private static final int FULL_WEIGHT = 1000;
    private static final int INVALID = -1;

    /** {@return the preference that a member says, or null if it is malformed} */
    static @Nullable Preference parse(String member) {
        List<String> parts = Tokens.split(member, ';');
        String range = parts.get(0).toLowerCase(Locale.ROOT);
        Set<String> parameters = new TreeSet<>();
        int weight = INVALID;
        for (String part : parts.subList(1, parts.size())) {
            if (part.regionMatches(true, 0, "q=", 0, 2)) {
                boolean repeated = weight != INVALID;
                weight = thousandths(part.substring(2));
                if (repeated || weight == INVALID) {
                    return null;
                }
            } else if (!part.isEmpty()) {
                String parameter = parameter(part);
                if (parameter == null) {
                    return null;
                }
                parameters.add(parameter);
            }
        }
        boolean isRange = Tokens.isToken(range.replace('/', '-'));
        return isRange
                ? new Preference(range, String.join("", parameters), weight == INVALID ? FULL_WEIGHT : weight)
                : null;
    }

    Preference withRange(String other) {
        return new Preference(other, parameters, weight);
    }

    @Override
    public int compareTo(Preference other) {
        int byWeight = Integer.compare(other.weight, weight);
        int byRange = byWeight != 0 ? byWeight : range.compareTo(other.range);
        return byRange != 0 ? byRange : parameters.compareTo(other.parameters);
    }

    /** {@return a parameter as name and value, each behind its length, or null if it is malformed} */
    private static @Nullable String parameter(String text) {
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? null : Tokens.value(text.substring(equals + 1));
        boolean wellFormed = Tokens.isToken(name) && (equals < 0) == (value == null);
        StringBuilder canonical = new StringBuilder();
        return wellFormed ? Vary.append(Vary.append(canonical, name), value).toString() : null;
    }

    /** {@return a weight (§12.4.2) in thousandths, or {@link #INVALID}} */
    private static int thousandths(String text) {
        boolean form = !text.isEmpty()
                && text.length() <= 5
                && (text.charAt(0) == '0' || text.charAt(0) == '1')
                && (text.length() == 1 || text.charAt(1) == '.');
        if (!form) {
            return INVALID;
        }
        int thousandths = text.charAt(0) - '0';
        for (int i = 2; i < 5; i++) {
            char digit = i < text.length() ? text.charAt(i) : '0';
            if (!Tokens.isDigit(digit)) {
                return INVALID;
            }
            thousandths = thousandths * 10 + (digit - '0');
        }
        return thousandths <= FULL_WEIGHT ? thousandths : INVALID;
    }
}
