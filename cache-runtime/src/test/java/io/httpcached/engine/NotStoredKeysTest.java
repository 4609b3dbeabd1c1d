package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotStoredKeysTest {

    private static final CacheKey KEY = CacheKey.of("a");

    private final MutableClock clock = new MutableClock();
    private final NotStoredKeys keys = new NotStoredKeys(clock);

    @Test
    void remembersAKeyForAMinute() {
        assertThat(keys.contains(KEY)).isFalse();
        keys.remember(KEY);
        assertThat(keys.contains(KEY)).isTrue();
        assertThat(keys.contains(CacheKey.of("b"))).isFalse();
        clock.advance(Duration.ofSeconds(59));
        assertThat(keys.contains(KEY)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.contains(KEY)).isFalse();
    }

    @Test
    void forgetsAKey() {
        keys.remember(KEY);
        keys.forget(CacheKey.of("b"));
        assertThat(keys.contains(KEY)).isTrue();
        keys.forget(KEY);
        assertThat(keys.contains(KEY)).isFalse();
    }

    /** However many keys a client invents, the table does not grow, and the last ones are remembered. */
    @Test
    void aKeyTakesThePlaceOfAnotherWithTheSameIndex() {
        for (int i = 0; i < 10 * NotStoredKeys.SIZE; i++) {
            CacheKey key = CacheKey.of("key " + i);
            keys.remember(key);
            assertThat(keys.contains(key)).isTrue();
        }
        long remembered = 0;
        for (int i = 0; i < 10 * NotStoredKeys.SIZE; i++) {
            remembered += keys.contains(CacheKey.of("key " + i)) ? 1 : 0;
        }
        assertThat(remembered).isBetween(1L, (long) NotStoredKeys.SIZE);
    }
}
