package io.httpcached.store.tck;

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

/** Two stores connected to one server, as on two nodes of an application, with keys unique to each test. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores() before each test
abstract class TwoNodeStores {

    static final Duration LONG_TTL = Duration.ofHours(1);
    static final Duration SHORT_TTL = Duration.ofSeconds(1);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMillis(5);

    CacheStore store;
    CacheStore otherNode;

    private final String prefix = "contract:" + UUID.randomUUID() + ":";

    /**
     * Opens a store with its own connections to the server.
     *
     * @return a store, which the caller closes
     */
    protected abstract CacheStore open();

    /**
     * Returns how long an operation may take before a test fails.
     *
     * @return 30 seconds unless overridden
     */
    protected Duration timeout() {
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
        long deadline = System.nanoTime() + timeout().toNanos();
        while (read(store, name) != null) {
            assertThat(System.nanoTime()).as("%s outlives its ttl", name).isLessThan(deadline);
        }
    }

    /** Asserts that a value written at {@code begin} (of {@link System#nanoTime()}) lives for {@link #SHORT_TTL}. */
    void awaitAbsenceNoEarlier(String name, long begin) {
        awaitAbsence(name);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(SHORT_TTL.minus(CLOCK_TOLERANCE));
    }

    /** Asserts that the stage fails in time; {@code failsWithin} alone also accepts a stage that never completes. */
    void assertFails(CompletionStage<?> stage) {
        assertThat(stage).failsWithin(timeout()).withThrowableOfType(ExecutionException.class);
    }

    <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(timeout().toMillis(), TimeUnit.MILLISECONDS)
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
