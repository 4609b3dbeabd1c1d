package io.httpcached.engine;

import io.httpcached.core.Reuse;
import io.httpcached.core.Storability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of what the cache says in the log, all of it at debug level: key, decision and reason. */
final class CacheEvents {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private CacheEvents() {}

    static void decided(CacheCall call, SelectedEntry selected, Reuse reuse) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {}: {}", call.request().method(), selected.key(), reuse);
        }
    }

    static void judged(PendingFetch pending, Storability verdict) {
        if (LOG.isDebugEnabled() && pending.target() != null) {
            LOG.debug(
                    "{} {}: {}",
                    pending.call().request().method(),
                    pending.target().key(),
                    verdict instanceof Storability.Skip skip
                            ? "not stored, " + skip.reason().text()
                            : "stored");
        }
    }
}
