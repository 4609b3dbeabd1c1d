package io.httpcached.server.routing;

import io.httpcached.core.Forwarding;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reuse;
import io.httpcached.core.Storability;
import io.httpcached.engine.OutcomeDetail;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the causes of outcomes for statistics. There are a few dozen names, whatever the requests contain: a cause that a key
 * contributor or a library describes in its own words has the name of its kind.
 */
final class Causes {

    /** The response was not stored because of what the handler read beside the key. */
    static final String UNKEYED_READ = "unkeyed-read";

    /** The store did not take the response, for example because of an invalidation since the handler was called. */
    static final String NOT_TAKEN = "not-taken";

    private static final String NOT_CACHEABLE = "not-cacheable";
    private static final String OTHER = "other";

    private static final Map<String, String> NAMES = names();

    private Causes() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Storability.Reason reason : Storability.Reason.values()) {
            names.put(reason.text(), name(reason));
        }
        for (Reuse.Reason reason : Reuse.Reason.values()) {
            names.putIfAbsent(reason.text(), name(reason));
        }
        for (OutcomeDetail detail : OutcomeDetail.values()) {
            names.put(detail.text(), name(detail));
        }
        return Map.copyOf(names);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names the cause of a run of the handler after a lookup: the reason in {@code Cache-Status}. */
    static String ofMiss(Forwarding reason) {
        return reason.token();
    }

    /** Names the cause of a run of the handler without a lookup. */
    static String ofBypass(Outcome outcome) {
        String detail = outcome.detail();
        if (detail == null) {
            return outcome.forwarding() == Forwarding.METHOD ? Forwarding.METHOD.token() : OTHER;
        }
        return NAMES.getOrDefault(detail, NOT_CACHEABLE);
    }

    /** Names the cause for which a handler response was not stored. */
    static String ofNotStored(@Nullable String detail) {
        return detail == null ? NOT_TAKEN : NAMES.getOrDefault(detail, OTHER);
    }
}
