package golden;

import io.httpcached.engine.CacheInvalidator;
import io.httpcached.server.interceptor.TypedCache;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Invalidates the entries of the cached routes of {@link Api.V1}. Inject it by its type. Thread-safe.
 */
@Generated("io.httpcached.processor.HttpCachedVisitor")
@SuppressWarnings({"deprecation", "removal"})
@Singleton
public final class Api_V1Cache extends TypedCache {
    Api_V1Cache(CacheInvalidator invalidator) {
        super(invalidator);
    }

    /**
     * Returns a view that marks entries stale instead of removing them.
     *
     * @return a view whose invalidations mark entries stale
     */
    public Api_V1Cache softly() {
        return new Api_V1Cache(softInvalidator());
    }

    /**
     * Invalidates the entries of {@link Api.V1#status(Api.Status)} with these values in the path.
     *
     * @param status the value of {@code status}
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateStatus(Api.Status status) {
        return entries().path(Api.V1.class, "status", values("status", status), Api.Status.class).invalidate();
    }

    /**
     * Invalidates all entries of {@link Api.V1#status(Api.Status)}.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    public CompletableFuture<Void> invalidateStatus() {
        return entries().route(Api.V1.class, "status", Api.Status.class).invalidate();
    }
}
