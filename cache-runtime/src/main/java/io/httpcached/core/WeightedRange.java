package io.httpcached.core;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One member of a content negotiation field: a range with its weight (RFC 9110 §12.4.2). The natural order is by descending
 * weight.
 *
 * @param range the media range, language range or coding in lower case
 * @param parameters the parameters other than the weight, sorted, with names in lower case and values without quotes
 * @param weight the weight from 0 to 1000
 */
record WeightedRange(String range, String parameters, int weight) implements Comparable<WeightedRange> {

    private static final int FULL_WEIGHT = 1000;
    private static final int INVALID = -1;

    /** {@return the range and weight of a member, or null if it is malformed} */
    static @Nullable WeightedRange parse(String member) {
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
                ? new WeightedRange(range, String.join("", parameters), weight == INVALID ? FULL_WEIGHT : weight)
                : null;
    }

    WeightedRange withRange(String other) {
        return new WeightedRange(other, parameters, weight);
    }

    @Override
    public int compareTo(WeightedRange other) {
        int byWeight = Integer.compare(other.weight, weight);
        int byRange = byWeight != 0 ? byWeight : range.compareTo(other.range);
        return byRange != 0 ? byRange : parameters.compareTo(other.parameters);
    }

    /** {@return the name and value of a parameter, each prefixed with its length, or null if it is malformed} */
    private static @Nullable String parameter(String text) {
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? null : Tokens.value(text.substring(equals + 1));
        boolean wellFormed = Tokens.isToken(name) && (equals < 0) == (value == null);
        StringBuilder canonical = new StringBuilder();
        return wellFormed ? Vary.append(Vary.append(canonical, name), value).toString() : null;
    }

    /** {@return the weight (§12.4.2) in thousandths, or {@link #INVALID}} */
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
