package io.httpcached.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes the fields of proactive content negotiation (RFC 9110 §12.5), so that equivalent fields have equal texts.
 * Members are sorted by weight, and those of equal weight by name, because their order has no meaning. Languages keep their
 * order, because some recipients depend on it (§12.5.4): Micronaut takes the first one, whatever its weight.
 */
final class Negotiation {

    private Negotiation() {}

    /**
     * {@return the canonical text of a field, or null if it is not a negotiation field, is malformed, or is absent although
     * absence does not mean "any value"}
     *
     * @param name the name of the field in lower case
     * @param lines the lines of the field
     */
    static @Nullable String canonical(String name, List<String> lines) {
        return switch (name) {
            case "accept" -> write(sorted(ranges(lines.isEmpty() ? List.of("*/*") : lines)));
            case "accept-language" -> write(ranges(lines.isEmpty() ? List.of("*") : lines));
            case "accept-encoding" -> lines.isEmpty() ? null : write(sorted(codings(ranges(lines))));
            default -> null;
        };
    }

    /** {@return the members of a field, or null if one is malformed} */
    private static @Nullable List<WeightedRange> ranges(List<String> lines) {
        List<WeightedRange> ranges = new ArrayList<>();
        for (String member : Tokens.members(lines)) {
            WeightedRange range = WeightedRange.parse(member);
            if (range == null) {
                return null;
            }
            ranges.add(range);
        }
        return ranges;
    }

    /** §12.5.3: without a wildcard, a coding of weight 0 is as unacceptable as an absent one. */
    private static @Nullable List<WeightedRange> codings(@Nullable List<WeightedRange> ranges) {
        if (ranges == null) {
            return null;
        }
        boolean wildcard = false;
        for (WeightedRange range : ranges) {
            wildcard |= range.range().equals("*");
        }
        List<WeightedRange> codings = new ArrayList<>(ranges.size());
        for (WeightedRange range : ranges) {
            if (wildcard || range.weight() > 0 || range.range().equals("identity")) {
                codings.add(withCurrentName(range));
            }
        }
        return codings;
    }

    /** §8.4.1: two codings have obsolete names. */
    private static WeightedRange withCurrentName(WeightedRange coding) {
        return switch (coding.range()) {
            case "x-gzip" -> coding.withRange("gzip");
            case "x-compress" -> coding.withRange("compress");
            default -> coding;
        };
    }

    private static @Nullable Collection<WeightedRange> sorted(@Nullable List<WeightedRange> ranges) {
        return ranges == null ? null : new TreeSet<>(ranges);
    }

    private static @Nullable String write(@Nullable Collection<WeightedRange> ranges) {
        if (ranges == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (WeightedRange range : new LinkedHashSet<>(ranges)) {
            text.append(range.weight()).append(',');
            Vary.append(text, range.range());
            Vary.append(text, range.parameters());
        }
        return text.toString();
    }
}
