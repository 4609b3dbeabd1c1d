package io.httpcached.server.filter;

import io.httpcached.core.CacheKey;
import io.httpcached.core.Outcome;
import io.httpcached.engine.fields.CacheStatus;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Adds {@code Cache-Status} (RFC 9211) to responses and, if configured, a field with {@code HIT} or {@code MISS}. */
@Singleton
final class StatusHeaders {

    private static final String CACHE_STATUS = "Cache-Status";

    private final @Nullable CacheStatus cacheStatus;
    private final boolean showKey;
    private final @Nullable String hitOrMissField;

    StatusHeaders(HttpCacheConfiguration settings) {
        this.cacheStatus = settings.isCacheStatus() ? new CacheStatus(settings.getCacheName()) : null;
        this.showKey = settings.isCacheStatusKey();
        this.hitOrMissField = settings.getStatusHeader();
    }

    /** Appends to the members of caches nearer to the origin (RFC 9211 §2). */
    void add(MutableHttpHeaders headers, CacheKey key, Outcome outcome) {
        if (cacheStatus != null) {
            Outcome shown = showKey ? outcome.withKey(key.canonical()) : outcome;
            headers.add(CACHE_STATUS, cacheStatus.render(shown));
        }
        if (hitOrMissField != null) {
            headers.set(hitOrMissField, outcome.hit() ? "HIT" : "MISS");
        }
    }
}
