package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.Reuse;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the log lines of the pipeline, all of them at debug level. A line shows the digest of the key and not its text,
 * which may contain the name of a user.
 */
final class CacheEvents {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private CacheEvents() {}

    static void decided(CacheCall call, CacheKey key, Reuse reuse) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {} ({}), key {}", call.describe(), decision(reuse), reuse.text(), key.digest());
        }
    }

    /** Logs whether a handler response was stored, and if not, why. */
    static void handled(PendingFetch pending, CacheKey key, int status, StorageCheck.Decision decision) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{}: response {} {}, key {}",
                    pending.call().describe(),
                    status,
                    decision instanceof StorageCheck.Decision.Skip skip
                            ? "not stored (" + skip.reason() + ")"
                            : "stored",
                    key.digest());
        }
    }

    static void invalidated(Collection<String> tags, InvalidationMode mode) {
        LOG.debug(
                "Invalidating entries tagged {}: {}",
                tags,
                mode == InvalidationMode.REMOVE ? "remove them" : "mark them stale");
    }

    private static String decision(Reuse reuse) {
        if (reuse instanceof Reuse.Serve serve) {
            return serve.refresh()
                    ? "serve the stored response, refresh in the background"
                    : "serve the stored response";
        }
        if (reuse instanceof Reuse.ServeStale stale) {
            return stale.refresh() ? "serve stale, refresh in the background" : "serve stale";
        }
        if (reuse instanceof Reuse.Revalidate) {
            return "revalidate";
        }
        if (reuse instanceof Reuse.Forward forward) {
            return forward.store() ? "run the handler" : "bypass";
        }
        return "answer 504";
    }
}
