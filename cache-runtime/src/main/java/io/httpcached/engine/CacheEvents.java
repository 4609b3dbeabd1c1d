package io.httpcached.engine;

import io.httpcached.core.Reuse;
import io.httpcached.core.Storability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue of what the cache says in the log, all of it at debug level: key, decision and reason. */
final class CacheEvents {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private CacheEvents() {}

    static void decided(CacheCall call, Located located, Reuse reuse) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {}: {}", call.request().method(), located.key(), reuse);
        }
    }

    static void judged(Ticket ticket, Storability verdict) {
        if (LOG.isDebugEnabled() && ticket.target() != null) {
            LOG.debug(
                    "{} {}: {}",
                    ticket.call().request().method(),
                    ticket.target().key(),
                    verdict instanceof Storability.Skip skip
                            ? "not stored, " + skip.reason().text()
                            : "stored");
        }
    }
}
