package io.httpcached.server.filter;

import io.httpcached.server.routing.ServerCall;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs stored responses that the server cannot send, one line a period. Thread-safe. */
final class UnsendableResponseLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");
    private static final long PERIOD_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong loggedAt;
    private final AtomicLong notLogged = new AtomicLong();

    UnsendableResponseLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.loggedAt = new AtomicLong(nanoTime.getAsLong() - PERIOD_NANOS);
    }

    void log(ServerCall call, RuntimeException failure) {
        long before = loggedAt.get();
        long now = nanoTime.getAsLong();
        if (now - before >= PERIOD_NANOS && loggedAt.compareAndSet(before, now)) {
            LOG.warn(
                    "The stored response to {} cannot be sent, so its entry is removed and the handler runs. {} earlier failures"
                            + " were not logged.",
                    call.describe(),
                    notLogged.getAndSet(0),
                    failure);
        } else {
            notLogged.incrementAndGet();
        }
    }
}
