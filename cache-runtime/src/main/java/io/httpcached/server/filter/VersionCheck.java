package io.httpcached.server.filter;

import io.httpcached.annotation.VersionSource;
import io.httpcached.core.CacheKey;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.core.Preconditions;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.store.CacheClock;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a route's {@link VersionSource} whether its handler has to run at all. */
@Singleton
final class VersionCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;

    private final CacheClock clock;

    VersionCheck(CacheClock clock) {
        this.clock = clock;
    }

    /** {@return the entity tag of the response that the handler would give, if that is known} */
    CompletionStage<Optional<EntityTag>> currentTag(ServerCall call, VersionSource source) {
        return ask(call, source)
                .thenApply(version -> version.map(text -> tag(text, call.key())))
                .exceptionally(failure -> {
                    LOG.warn("{} failed, the handler is asked instead: {}", source, failure.toString());
                    return Optional.empty();
                });
    }

    /** {@return the 304 that the handler need not be asked for, or null if it has to run} */
    @Nullable
    HandlerResponse unchanged(ServerCall call, PendingFetch pending, EntityTag current) {
        if (!pending.store()) {
            return null;
        }
        boolean known = pending.stale() == null
                ? clientHas(call, current)
                : current.equals(pending.stale().entityTag());
        return known
                ? new HandlerResponse(NOT_MODIFIED, Fields.of("ETag", current.toString()), null, null, "version")
                : null;
    }

    private boolean clientHas(ServerCall call, EntityTag current) {
        return Preconditions.evaluate(call.request(), OK, current, null, clock.millis())
                == Preconditions.Verdict.NOT_MODIFIED;
    }

    private static CompletionStage<Optional<String>> ask(ServerCall call, VersionSource source) {
        try {
            return source.version(call.httpRequest(), call.pathVariables());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static EntityTag tag(String version, CacheKey key) {
        return EntityTag.ofBody((version + '\n' + key.canonical()).getBytes(StandardCharsets.UTF_8));
    }
}
