package io.httpcached.server.report;

import io.httpcached.WarmedUri;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a request in {@code http-cache.warm}.
 *
 * @param uri the URI
 * @param headers its header fields
 * @param last the result of its last run, or null before the first one has ended
 * @param endedAt the time when that run ended, or null
 */
public record WarmingReport(
        String uri, Map<String, String> headers, @Nullable WarmedUri last, @Nullable Instant endedAt) {}
