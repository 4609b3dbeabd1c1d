package io.httpcached.engine.remote;

import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that concurrent calls of the circuit breaker have the results of some sequential order of them: in particular, an
 * open circuit permits one caller for each period, however many ask at the same moment.
 */
@Tag("concurrency")
public class CircuitBreakerConcurrencyTest {

    private static final long PERIOD = 10;

    private final CircuitBreaker breaker = openSince(PERIOD);

    @Operation
    public boolean permits() {
        return breaker.permits();
    }

    @Operation
    public void failed() {
        breaker.failed();
    }

    @Operation
    public void succeeded() {
        breaker.succeeded();
    }

    @Operation
    public boolean isOpen() {
        return breaker.isOpen();
    }

    @Test
    void isLinearizable() {
        new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(0)
                .iterations(30)
                .invocationsPerIteration(100)
                .check(CircuitBreakerConcurrencyTest.class);
    }

    /** {@return an open circuit breaker whose period is over} */
    private static CircuitBreaker openSince(long period) {
        AtomicLong now = new AtomicLong();
        CircuitBreaker breaker = new CircuitBreaker(1, period, now::get);
        breaker.failed();
        now.set(period);
        return breaker;
    }
}
