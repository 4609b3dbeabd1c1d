package io.httpcached.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that its handler read although the key does not contain them. The response depends on them.
 *
 * @param parts the parts that select the response from now on
 * @param vary the field names that {@code Vary} has to contain so that caches further on separate what these parts separate
 *     (RFC 9110 §12.5.5); {@code *} if no field stands for one of them
 * @param user true if the handler read the user, or credentials
 * @param objection the reason why the response is for its own request only, or null
 */
public record Reads(List<RequestPart> parts, List<String> vary, boolean user, @Nullable String objection) {

    /** Nothing but what the key contains. */
    public static final Reads NONE = new Reads(List.of(), List.of(), false, null);

    /** Copies the lists. */
    public Reads {
        parts = List.copyOf(parts);
        vary = List.copyOf(vary);
    }
}
