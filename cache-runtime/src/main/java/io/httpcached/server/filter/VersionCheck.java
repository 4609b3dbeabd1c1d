package io.httpcached.server.filter;

import io.httpcached.annotation.VersionSource;
import io.httpcached.core.CacheKey;
import io.httpcached.core.Coding;
import io.httpcached.core.CodingTag;
import io.httpcached.core.ContentCoding;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.core.Preconditions;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Utf8;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.server.routing.ServerCall;
import io.httpcached.server.store.CacheClock;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the {@link VersionSource} of a route whether its handler has to run. */
@Singleton
final class VersionCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;

    private final CacheClock clock;

    /**
     * The result of a check.
     *
     * @param tag the entity tag of the current response, or null if the version is unknown
     * @param notModified the response that makes the handler unnecessary, or null if the handler has to run
     */
    record Result(@Nullable EntityTag tag, @Nullable HandlerResponse notModified) {}

    VersionCheck(CacheClock clock) {
        this.clock = clock;
    }

    /**
     * Asks the version source. If it fails, the version is unknown. It is not asked for a request that has no key, or in the
     * background another one than before: the version would be that of another response.
     */
    CompletionStage<Result> check(HandlerRun run, VersionSource source) {
        if (!run.call().request().isKeyed()) {
            return CompletableFuture.completedFuture(new Result(null, null));
        }
        return version(run.call(), source)
                .thenApply(
                        version -> version.map(known -> tag(known, run.fetch().selectedKey())))
                .exceptionally(failure -> {
                    LOG.warn("{} failed, so the handler runs: {}", source, failure.toString());
                    return Optional.empty();
                })
                .thenApply(tag -> tag.map(current -> new Result(current, notModified(run, current)))
                        .orElseGet(() -> new Result(null, null)));
    }

    private @Nullable HandlerResponse notModified(HandlerRun run, EntityTag current) {
        if (!run.fetch().store()) {
            return null;
        }
        StoredResponse stale = run.fetch().stale();
        EntityTag unchanged =
                stale == null ? tagOfClient(run.call(), current) : current.equals(stale.entityTag()) ? current : null;
        return unchanged == null
                ? null
                : new HandlerResponse(NOT_MODIFIED, Fields.of("ETag", unchanged.toString()), null, "version");
    }

    /** {@return the tag of the form that the client has, or null if its copy is not current} */
    private @Nullable EntityTag tagOfClient(ServerCall call, EntityTag current) {
        for (Coding coding : Coding.values()) {
            EntityTag compressed = CodingTag.of(current, coding);
            if (ContentCoding.prefers(call.request().fields(), coding) && clientHas(call, compressed)) {
                return compressed;
            }
        }
        return clientHas(call, current) ? current : null;
    }

    private boolean clientHas(ServerCall call, EntityTag current) {
        return Preconditions.evaluate(call.request(), OK, current, null, clock.millis())
                == Preconditions.Verdict.NOT_MODIFIED;
    }

    private static CompletionStage<Optional<String>> version(ServerCall call, VersionSource source) {
        try {
            return source.version(call.httpRequest(), call.pathVariables());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static EntityTag tag(String version, CacheKey key) {
        return EntityTag.ofBody(Utf8.encode(version + '\n' + key.canonical()));
    }
}
