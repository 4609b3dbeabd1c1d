package io.httpcached.engine.fields;

import io.httpcached.core.DirectivesReader;
import io.httpcached.core.FieldLines;
import io.httpcached.core.ResponseDirectives;
import io.httpcached.core.ResponseDirectivesBuilder;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.greenbytes.http.sfv.TokenItem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the directives from the first valid, non-empty field of a target list and ignores all others. If there is none, it
 * reads {@code Cache-Control} (RFC 9213 §2.2).
 *
 * @param targets the field names, the most specific first
 */
public record TargetedCacheControl(List<String> targets) implements DirectivesReader {

    /** Copies the list. */
    public TargetedCacheControl {
        targets = List.copyOf(targets);
    }

    @Override
    public ResponseDirectives read(FieldLines response) {
        for (String target : targets) {
            if (response.has(target)) {
                ResponseDirectives directives = parse(response.all(target));
                if (directives != null) {
                    return directives;
                }
            }
        }
        return ResponseDirectives.of(response);
    }

    /** {@return the directives, or null if the field must be ignored because it is empty or no dictionary (§2.1)} */
    private static @Nullable ResponseDirectives parse(List<String> lines) {
        Map<String, ListElement<? extends Object>> members;
        try {
            members = new Parser(lines).parseDictionary().get();
        } catch (ParseException malformed) {
            return null;
        }
        if (members.isEmpty()) {
            return null;
        }
        ResponseDirectivesBuilder directives = new ResponseDirectivesBuilder();
        directives.targeted();
        members.forEach((name, value) -> add(directives, name, value));
        return directives.build();
    }

    /** §2.1: a directive without an argument is a Boolean; false means absent. */
    private static void add(ResponseDirectivesBuilder directives, String name, ListElement<?> value) {
        boolean absent = value instanceof BooleanItem flag && !flag.get();
        if (!absent) {
            directives.add(name, argument(value), isOfItsType(name, value));
        }
    }

    private static @Nullable String argument(ListElement<?> value) {
        if (value instanceof IntegerItem seconds) {
            return Long.toString(seconds.getAsLong());
        }
        return value instanceof StringItem || value instanceof TokenItem ? String.valueOf(value.get()) : null;
    }

    /** §2.1: a value of another type must not be converted to the type of the directive. */
    private static boolean isOfItsType(String name, ListElement<?> value) {
        return switch (name) {
            case "max-age", "s-maxage", "stale-while-revalidate", "stale-if-error" -> value instanceof IntegerItem;
            case "no-cache", "private" -> !(value instanceof IntegerItem);
            default -> value instanceof BooleanItem;
        };
    }
}
