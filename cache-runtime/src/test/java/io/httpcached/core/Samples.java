package io.httpcached.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Requests, responses and times that the tests of this package share. */
final class Samples {

    /** A time in the middle of all. */
    static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    static final String NOW_TEXT = "Sun, 01 Mar 2026 12:00:00 GMT";

    static final byte[] BODY = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private Samples() {}

    private record Request(String method, Fields fields, boolean hasPrincipal, boolean hasUserName, boolean isKeyed)
            implements CacheRequest {}

    private record ExcludedRequest(FieldLines fields, String notCacheableReason) implements CacheRequest {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public boolean hasPrincipal() {
            return false;
        }
    }

    /** A request that a key contributor keeps from the cache. */
    static CacheRequest notCacheable(String reason, String... fields) {
        return new ExcludedRequest(Fields.of(fields), reason);
    }

    static CacheRequest get(String... fields) {
        return request("GET", fields);
    }

    static CacheRequest get(Fields fields) {
        return new Request("GET", fields, false, false, true);
    }

    static CacheRequest request(String method, String... fields) {
        return new Request(method, Fields.of(fields), false, false, true);
    }

    static CacheRequest getAsUser(String... fields) {
        return new Request("GET", Fields.of(fields), true, true, true);
    }

    /** A request of a user whose name is missing or blank. */
    static CacheRequest getAsNamelessUser(String... fields) {
        return new Request("GET", Fields.of(fields), true, false, true);
    }

    /** A request whose key does not hold all that its handler is given. */
    static CacheRequest getUnkeyed(String... fields) {
        return new Request("GET", Fields.of(fields), false, false, false);
    }

    static CacheResponse ok(String... fields) {
        return new CacheResponse(200, Fields.of(fields));
    }

    /** A policy without a ttl: what has no lifetime of its own is not stored. */
    static CachePolicy policy() {
        return CachePolicy.builder().build();
    }

    static CachePolicy.Builder ttl(long seconds) {
        return CachePolicy.builder().ttl(Duration.ofSeconds(seconds));
    }

    static Storability decide(CacheRequest request, CacheResponse response, CachePolicy policy) {
        return Storability.decide(request, response, BODY.length, NOW, NOW, policy);
    }

    /** A response as it lies in the cache after it came for an anonymous request at {@link #NOW}. */
    static StoredResponse stored(CachePolicy policy, String... fields) {
        CacheRequest request = get();
        if (!(decide(request, ok(fields), policy) instanceof Storability.Store store)) {
            throw new IllegalArgumentException(
                    "These fields keep the response from being stored: " + Fields.of(fields));
        }
        Fields completed = ResponseFields.complete(request, new CacheResponse(200, store.fields()), null, NOW, policy);
        return new StoredResponse(200, completed, BODY, store.lifetime(), NOW, NOW);
    }

    static long after(long seconds) {
        return NOW + seconds * 1000;
    }
}
