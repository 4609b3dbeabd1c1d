package io.httpcached.test;

import io.httpcached.BackgroundRefresh;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.micronaut.context.annotation.Executable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import jakarta.inject.Singleton;

/**
 * Records each response, outside the cache. {@link RecordingFilterRegistrar} registers it. It is not a {@link ServerFilter},
 * because the cache handles responses differently if such a filter is outside it, and tests would not show what happens in
 * production.
 */
@Singleton
class RecordingFilter implements Ordered {

    private static final String CACHE_STATUS = "Cache-Status";

    private final CacheRecording recording;
    private final String cacheName;

    RecordingFilter(CacheRecording recording, HttpCacheConfiguration settings) {
        this.recording = recording;
        this.cacheName = settings.getCacheName();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Executable
    @ResponseFilter(ServerFilter.MATCH_ALL_PATTERN)
    void record(HttpRequest<?> request, HttpResponse<?> response) {
        if (!BackgroundRefresh.isRefresh(request)) {
            CacheStatus status = CacheStatus.parse(response.getHeaders().getAll(CACHE_STATUS), cacheName)
                    .orElse(null);
            recording.add(new CacheDecision(request.getMethodName(), request.getPath(), response.code(), status));
        }
    }
}
