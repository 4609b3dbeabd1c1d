package io.httpcached.test;

import io.httpcached.server.store.CacheClock;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock by which entries age in tests. Injectable. Thread-safe.
 *
 * <p>It follows the real time until a test moves or stops it. From then on it stands still, so that the age of an entry depends on
 * the test alone and not on the speed of the machine. Each test begins with a clock that follows the real time.
 *
 * <p>The clock determines the age of entries and the {@code Date} of responses. The timeouts of backends, leases and request
 * collapsing run in real time.
 */
@Singleton
public final class CacheTestClock {

    private final BeanProvider<CacheClock> ofCache;
    private final Clock clock = new View();
    private volatile @Nullable Instant stoppedAt;

    CacheTestClock(BeanProvider<CacheClock> ofCache) {
        this.ofCache = ofCache;
    }

    /**
     * Moves the clock forward and stops it there.
     *
     * @param time the time by which to move it, zero or positive
     * @throws IllegalArgumentException if the time is negative
     * @throws IllegalStateException if the application has a {@link CacheClock} of its own, so that the cache does not use this
     *     clock
     */
    public synchronized void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("The clock cannot go back, but was to be moved by " + time
                    + ". Use reset() to return to the real time.");
        }
        requireInUse();
        stoppedAt = instant().plus(time);
    }

    /**
     * Stops the clock at its present time.
     *
     * @throws IllegalStateException if the application has a {@link CacheClock} of its own, so that the cache does not use this
     *     clock
     */
    public void stop() {
        advance(Duration.ZERO);
    }

    /**
     * Returns to the real time, and follows it. The test kit calls this method before each test. Entries that were stored at a later
     * time remain in the cache: clear it as well.
     */
    public synchronized void reset() {
        stoppedAt = null;
    }

    /**
     * Returns the present time of this clock.
     *
     * @return the real time, or the time at which the clock stands
     */
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped != null ? stopped : Instant.now();
    }

    Clock clock() {
        return clock;
    }

    private void requireInUse() {
        if (!ofCache.get().clock().equals(clock)) {
            throw new IllegalStateException(
                    "The cache does not use CacheTestClock, because the application has a CacheClock"
                            + " bean of its own. Remove that bean from the tests, or move its clock instead.");
        }
    }

    /** Not a bean, because an application may have a bean of the type {@code Clock}. */
    private final class View extends Clock {

        @Override
        public Instant instant() {
            return CacheTestClock.this.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
