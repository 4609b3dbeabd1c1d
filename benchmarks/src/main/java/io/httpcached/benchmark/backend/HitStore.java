package io.httpcached.benchmark.backend;

import java.util.Map;

/** The store that a hit comes from. */
public enum HitStore {
    /** The heap of the server. */
    MEMORY,
    /** Redis. */
    REDIS,
    /** A copy in the heap of the server of what Redis has. */
    NEAR;

    Map<String, Object> properties() {
        return switch (this) {
            case MEMORY -> Map.of("http-cache.backend", "memory");
            case REDIS -> Map.of();
            // On a busy machine, an answer from Redis may take longer than the default, and then copies are not used.
            case NEAR -> Map.of("http-cache.near.enabled", true, "http-cache.near.maximum-lag", "30s");
        };
    }

    /** Returns whether a response with this head, in lower case, is a hit from the store. */
    boolean answered(String head) {
        return head.contains("; hit") && head.contains("detail=near") == (this == NEAR);
    }
}
