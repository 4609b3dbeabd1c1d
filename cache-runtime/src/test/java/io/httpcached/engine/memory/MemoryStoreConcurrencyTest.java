package io.httpcached.engine.memory;

import java.time.Clock;
import java.time.Duration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that concurrent operations of the memory store have the results of some sequential order of them. */
@Tag("concurrency")
public class MemoryStoreConcurrencyTest {

    private static final Duration TTL = Duration.ofHours(1);

    private final MemoryStore<SizedText> store = new MemoryStore<>(1024 * 1024, Clock.systemUTC());

    @Operation
    public void put(
            @Param(gen = IntGen.class, conf = "1:2") int key, @Param(gen = IntGen.class, conf = "1:9") int value) {
        store.put(Integer.toString(key), new SizedText(Integer.toString(value), 10, store.expiresAt(TTL)));
    }

    @Operation
    public @Nullable String get(@Param(gen = IntGen.class, conf = "1:2") int key) {
        SizedText found = store.get(Integer.toString(key));
        return found == null ? null : found.text();
    }

    @Operation
    public void remove(@Param(gen = IntGen.class, conf = "1:2") int key) {
        store.remove(Integer.toString(key));
    }

    @Test
    void isLinearizable() {
        new StressOptions()
                .threads(2)
                .actorsPerThread(3)
                .iterations(10)
                .invocationsPerIteration(200)
                .check(MemoryStoreConcurrencyTest.class);
    }
}
