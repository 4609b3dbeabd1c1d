package io.httpcached.store.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against a server that changes the version of its one item as often as it is told to, between a read and the write. */
class CompareAndSwapTest {

    private static final byte[] EXPECTED = bytes("expected");

    private final List<byte @Nullable []> meanwhile = new ArrayList<>();
    private byte @Nullable [] held = bytes("expected");
    private long version = 1;
    private int writes;

    @Test
    void looksAgainWhenTheVersionChangesAndReplacesIfTheValueIsTheSame() {
        meanwhile.addAll(Arrays.asList(bytes("expected"), bytes("expected")));
        assertThat(replace()).isCompletedWithValue(true);
        assertThat(held).isEqualTo(bytes("new"));
        assertThat(writes).isEqualTo(3);
    }

    @Test
    void replacesNothingWhenTheVersionChangesWithTheValue() {
        meanwhile.add(bytes("other"));
        assertThat(replace()).isCompletedWithValue(false);
        assertThat(held).isEqualTo(bytes("other"));
    }

    @Test
    void replacesNothingThatIsRemovedMeanwhile() {
        meanwhile.add(null);
        assertThat(replace()).isCompletedWithValue(false);
        assertThat(held).isNull();
    }

    @Test
    void writesNothingInPlaceOfAnotherValueOrNone() {
        held = bytes("other");
        assertThat(replace()).isCompletedWithValue(false);
        held = null;
        assertThat(replace()).isCompletedWithValue(false);
        assertThat(writes).isZero();
    }

    @Test
    void failsWhenOnlyTheVersionChangesAgainAndAgain() {
        for (int i = 0; i < CompareAndSwap.ATTEMPTS; i++) {
            meanwhile.add(bytes("expected"));
        }
        assertThat(replace())
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("KEY_EXISTS");
        assertThat(writes).isEqualTo(CompareAndSwap.ATTEMPTS);
        assertThat(held).isEqualTo(EXPECTED);
    }

    @Test
    void failsWhenTheServerRefuses() {
        CompletionStage<Boolean> refused = new CompareAndSwap(
                        () -> CompletableFuture.completedFuture(GetResult.success(EXPECTED, 1)),
                        expected -> CompletableFuture.completedFuture(MemcacheStatus.OUT_OF_MEMORY))
                .replace(EXPECTED);
        assertThat(refused)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("OUT_OF_MEMORY");
    }

    private CompletableFuture<Boolean> replace() {
        return new CompareAndSwap(this::read, this::write).replace(EXPECTED).toCompletableFuture();
    }

    private CompletionStage<@Nullable GetResult<byte[]>> read() {
        return CompletableFuture.completedFuture(held == null ? null : GetResult.success(held, version));
    }

    private CompletionStage<MemcacheStatus> write(long expected) {
        writes++;
        if (!meanwhile.isEmpty()) {
            held = meanwhile.remove(0);
            version++;
        }
        return CompletableFuture.completedFuture(writeInPlaceOf(expected));
    }

    private MemcacheStatus writeInPlaceOf(long expected) {
        if (held == null) {
            return MemcacheStatus.KEY_NOT_FOUND;
        }
        if (version != expected) {
            return MemcacheStatus.KEY_EXISTS;
        }
        held = bytes("new");
        return MemcacheStatus.OK;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
