package io.httpcached.engine.broadcast;

import io.httpcached.engine.remote.LogLimit;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs why entries were dropped, a few lines a minute at most. Thread-safe. */
final class BroadcastLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached.broadcast");

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final String channel;
    private final LongSupplier nanoTime;
    private final LogLimit misses;
    private final LogLimit malformed;

    BroadcastLog(String channel, LongSupplier nanoTime) {
        this.channel = channel;
        this.nanoTime = nanoTime;
        this.misses = new LogLimit(PERIOD, nanoTime.getAsLong());
        this.malformed = new LogLimit(PERIOD, nanoTime.getAsLong());
    }

    /** Logs that invalidations of other nodes may have been missed. */
    synchronized void missed(String reason) {
        if (misses.permits(nanoTime.getAsLong())) {
            LOG.warn(
                    "Invalidations of other nodes may have been missed over {}: {}. All entries in memory are dropped.",
                    channel,
                    reason);
        }
        misses.end();
    }

    /** Logs that a message was not understood. */
    synchronized void malformed(@Nullable String reason) {
        if (malformed.permits(nanoTime.getAsLong())) {
            LOG.warn(
                    "A message over {} is not an invalidation that this version understands ({}). All entries in memory are"
                            + " dropped. Give applications that share the channel different values of"
                            + " http-cache.key-prefix.",
                    channel,
                    reason);
        }
    }

    /** Logs that invalidations are given up because the process ends. */
    void lost(int tags) {
        LOG.error(
                "{} did not confirm the invalidation of {} tags, which is given up. Other nodes may serve outdated entries.",
                channel,
                tags);
    }
}
