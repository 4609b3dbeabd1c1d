package io.httpcached.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
    private final CircuitBreaker breaker = new CircuitBreaker(3, 100, now::get);

    @Test
    void permitsAllUntilFailuresFollowEachOther() {
        breaker.failed();
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        breaker.failed();
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void permitsNoneAfterThat() {
        open();
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.permits()).isFalse();
        now.addAndGet(99);
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void permitsOnePerPeriod() {
        open();
        now.addAndGet(100);
        assertThat(IntStream.range(0, 10).filter(i -> breaker.permits()).count())
                .isEqualTo(1);
        now.addAndGet(100);
        assertThat(IntStream.range(0, 10).filter(i -> breaker.permits()).count())
                .isEqualTo(1);
    }

    @Test
    void waitsForAnotherPeriodWhenThatOneFails() {
        open();
        now.addAndGet(100);
        assertThat(breaker.permits()).isTrue();
        now.addAndGet(50);
        breaker.failed();
        now.addAndGet(60);
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void permitsAllWhenThatOneSucceeds() {
        open();
        now.addAndGet(100);
        assertThat(breaker.permits()).isTrue();
        breaker.succeeded();
        assertThat(IntStream.range(0, 10).filter(i -> breaker.permits()).count())
                .isEqualTo(10);
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            breaker.failed();
        }
    }
}
