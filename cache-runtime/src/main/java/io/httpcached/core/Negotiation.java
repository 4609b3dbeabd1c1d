package io.httpcached.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of proactive content negotiation (RFC 9110 §12.5) so that those which mean the same are the same:
 * members in the order of their weights, and those of equal weight sorted, for their order means nothing. Languages stay in
 * theirs, which some recipients go by (§12.5.4): Micronaut takes the first, whatever its weight.
 */
final class Negotiation {

    private Negotiation() {}

    /**
     * {@return the canonical text of a field, or null if it is no such field, is malformed, or is absent where that is not
     * the same as any value}
     *
     * @param name its name in lower case
     * @param lines its lines
     */
    static @Nullable String canonical(String name, List<String> lines) {
        return switch (name) {
            case "accept" -> write(sorted(preferences(lines.isEmpty() ? List.of("*/*") : lines)));
            case "accept-language" -> write(preferences(lines.isEmpty() ? List.of("*") : lines));
            case "accept-encoding" -> lines.isEmpty() ? null : write(sorted(codings(preferences(lines))));
            default -> null;
        };
    }

    /** {@return the members of a field, or null if one is malformed} */
    private static @Nullable List<Preference> preferences(List<String> lines) {
        List<Preference> preferences = new ArrayList<>();
        for (String member : Tokens.members(lines)) {
            Preference preference = Preference.parse(member);
            if (preference == null) {
                return null;
            }
            preferences.add(preference);
        }
        return preferences;
    }

    /** §12.5.3: without a wildcard a coding of weight 0 is as unacceptable as one that is not mentioned. */
    private static @Nullable List<Preference> codings(@Nullable List<Preference> preferences) {
        if (preferences == null) {
            return null;
        }
        boolean wildcard = false;
        for (Preference preference : preferences) {
            wildcard |= preference.range().equals("*");
        }
        List<Preference> codings = new ArrayList<>(preferences.size());
        for (Preference preference : preferences) {
            if (wildcard || preference.weight() > 0 || preference.range().equals("identity")) {
                codings.add(withCurrentName(preference));
            }
        }
        return codings;
    }

    /** §8.4.1: two codings have older names. */
    private static Preference withCurrentName(Preference coding) {
        return switch (coding.range()) {
            case "x-gzip" -> coding.withRange("gzip");
            case "x-compress" -> coding.withRange("compress");
            default -> coding;
        };
    }

    private static @Nullable Collection<Preference> sorted(@Nullable List<Preference> preferences) {
        return preferences == null ? null : new TreeSet<>(preferences);
    }

    private static @Nullable String write(@Nullable Collection<Preference> preferences) {
        if (preferences == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Preference preference : new LinkedHashSet<>(preferences)) {
            text.append(preference.weight()).append(',');
            Vary.append(text, preference.range());
            Vary.append(text, preference.parameters());
        }
        return text.toString();
    }
}
