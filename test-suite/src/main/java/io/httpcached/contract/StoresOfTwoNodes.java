package io.httpcached.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two stores over one server, as two nodes of an application have them, and keys that no other test has. */
@SuppressWarnings("NullAway.Init") // JUnit opens the stores before all else.
abstract class StoresOfTwoNodes {

    static final Duration LONG = Duration.ofHours(1);
    static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMillis(5);

    CacheStore store;
    CacheStore otherNode;

    private final String prefix = "contract:" + UUID.randomUUID() + ":";

    /** {@return a store over the server, with connections of its own} */
    protected abstract CacheStore open();

    /** {@return how long an operation may take before the test gives up} */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    @BeforeEach
    void openStores() {
        store = open();
        otherNode = open();
    }

    @AfterEach
    void closeStores() {
        store.close();
        otherNode.close();
    }

    String key(String name) {
        return prefix + name;
    }

    byte @Nullable [] read(CacheStore from, String name) {
        return await(from.get(List.of(key(name)))).get(0);
    }

    void awaitAbsence(String name) {
        long deadline = System.nanoTime() + patience().toNanos();
        while (read(store, name) != null) {
            assertThat(System.nanoTime()).as("%s outlives its time", name).isLessThan(deadline);
        }
    }

    /** A value with a {@link #SHORT} time to live is there for that time since a moment of {@link System#nanoTime()}. */
    void awaitAbsenceNoEarlier(String name, long begin) {
        awaitAbsence(name);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT.minus(CLOCKS_DIFFER));
    }

    /** The stage ends, and by failing: {@code failsWithin} alone is content with one that never ends. */
    void assertFails(CompletionStage<?> stage) {
        assertThat(stage).failsWithin(patience()).withThrowableOfType(ExecutionException.class);
    }

    <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(patience().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    static CompletionStage<Void> all(List<? extends CompletionStage<?>> stages) {
        return CompletableFuture.allOf(
                stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
