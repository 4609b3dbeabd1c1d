package io.httpcached.engine.near;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that keep copies and confirm invalidations, as the backend has them. No two lists have the same token, so a list that
 * is replaced and restored differs from the first. Immutable.
 *
 * @param token a random text
 * @param ids the names of the nodes
 */
record NodeList(String token, List<String> ids) {

    /** The list of a backend that has none. */
    static final NodeList NONE = new NodeList("", List.of());

    /** {@return the list that the backend returned} */
    static NodeList decode(byte @Nullable [] value) {
        if (value == null) {
            return NONE;
        }
        List<String> lines = new String(value, US_ASCII).lines().toList();
        return lines.isEmpty() ? NONE : new NodeList(lines.get(0), List.copyOf(lines.subList(1, lines.size())));
    }

    byte[] encode() {
        return (token + '\n' + String.join("\n", ids)).getBytes(US_ASCII);
    }

    boolean contains(String id) {
        return ids.contains(id);
    }

    /** {@return another list with a further node} */
    NodeList with(String id, String newToken) {
        List<String> all = new ArrayList<>(ids);
        all.add(id);
        return new NodeList(newToken, List.copyOf(all));
    }

    /** {@return another list without some nodes} */
    NodeList without(Collection<String> gone, String newToken) {
        return new NodeList(
                newToken, ids.stream().filter(id -> !gone.contains(id)).toList());
    }
}
