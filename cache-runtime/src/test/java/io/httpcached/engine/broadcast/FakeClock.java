package io.httpcached.engine.broadcast;

import java.time.Duration;

/** Two clocks that a test advances. */
final class FakeClock {

    long nanos;
    long millis;

    Moment.Source source() {
        return new Moment.Source(() -> nanos, () -> millis);
    }

    void advance(Duration by) {
        nanos += by.toNanos();
        millis += by.toMillis();
    }
}
