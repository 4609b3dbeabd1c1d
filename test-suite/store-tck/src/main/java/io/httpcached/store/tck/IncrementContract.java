package io.httpcached.store.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The tests of {@link CacheStore#increment}. A store that does not promise it only has to fail. */
abstract class IncrementContract extends ReplaceContract {

    private static final long INITIAL = 1_234_567_890_123L;
    private static final int AT_ONCE = 64;

    @Test
    void incrementsAcrossNodes() {
        if (failsAsPromised()) {
            return;
        }
        assertThat(increment(store)).isEqualTo(INITIAL);
        assertThat(increment(otherNode)).isEqualTo(INITIAL + 1);
        assertThat(increment(store)).isEqualTo(INITIAL + 2);
        assertThat(read(otherNode, "number")).isEqualTo(bytes(Long.toString(INITIAL + 2)));
    }

    @Test
    void givesEachConcurrentIncrementAnotherNumber() {
        if (failsAsPromised()) {
            return;
        }
        List<CompletableFuture<Long>> attempts = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> (i % 2 == 0 ? store : otherNode).increment(key("number"), INITIAL, LONG_TTL))
                        .thenCompose(stage -> stage))
                .toList();
        await(all(attempts));
        assertThat(attempts.stream().map(CompletableFuture::join).sorted())
                .containsExactlyElementsOf(
                        LongStream.range(INITIAL, INITIAL + AT_ONCE).boxed().toList());
    }

    @Test
    void beginsAgainAfterRemoval() {
        if (failsAsPromised()) {
            return;
        }
        increment(store);
        increment(store);
        await(otherNode.remove(List.of(key("number"))));
        assertThat(read(store, "number")).isNull();
        assertThat(increment(store)).isEqualTo(INITIAL);
    }

    private boolean failsAsPromised() {
        if (store.capabilities().atomicIncrement()) {
            return false;
        }
        assertFails(store.increment(key("number"), INITIAL, LONG_TTL));
        return true;
    }

    private long increment(CacheStore node) {
        return await(node.increment(key("number"), INITIAL, LONG_TTL));
    }
}
