package io.httpcached.suite.load;

import io.httpcached.suite.wire.WireResponse;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The last entity tag of each resource and coding. Equal bodies have equal entity tags, and others have others. Thread-safe.
 */
final class SeenEntityTags {

    private final ConcurrentMap<String, Seen> last = new ConcurrentHashMap<>();

    private record Seen(int hash, String tag) {}

    /** Returns a description of the contradiction to the last response, or null. */
    @Nullable
    String check(String target, WireResponse response) {
        String tag = response.header("ETag");
        if (tag == null) {
            return null;
        }
        Seen now = new Seen(Arrays.hashCode(response.body()), tag);
        Seen before = last.put(target + ' ' + response.header("Content-Encoding"), now);
        return before == null || before.equals(now) || (before.hash != now.hash && !before.tag.equals(now.tag))
                ? null
                : "ETag " + tag + " after " + before.tag + ", bodies " + (before.hash == now.hash ? "equal" : "differ");
    }
}
