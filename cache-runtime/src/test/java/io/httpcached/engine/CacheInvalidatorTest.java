package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.MutableClock;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheInvalidatorTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);
    private final MemoryEntryStore otherStore = new MemoryEntryStore(1_000_000, clock);
    private final PipelineDriver route = new PipelineDriver(store, clock);
    private final PipelineDriver otherRoute = new PipelineDriver(otherStore, clock);
    private final CacheInvalidator cache = new CacheInvalidator(
            () -> List.of(store, otherStore),
            path -> path.equals("/uncached") ? List.of() : List.of(Tags.path(path)),
            RouteTags.NONE,
            InvalidationTime.NOW,
            () -> Warmer.NONE);

    @Test
    void eachWayOfInvalidationRemovesTheEntriesItNames() {
        route.tags = List.of("tag:a", "path:/a", "namespace:n", Tags.ALL);
        List<Runnable> ways = List.of(
                () -> cache.invalidateTags("a").join(),
                () -> cache.invalidatePath("/a/").join(),
                () -> cache.invalidateNamespace("n").join(),
                () -> cache.clear().join(),
                () -> cache.invalidate(List.of("tag:a")).join());
        for (Runnable way : ways) {
            route.get();
            assertThat(status(route.get())).startsWith("c; hit");
            way.run();
            assertThat(status(route.get())).startsWith("c; fwd=miss");
        }
    }

    @Test
    void entriesThatAreNotNamedStay() {
        route.tags = List.of("tag:a", "path:/a", "namespace:n");
        route.get();
        cache.invalidateTags("b").join();
        cache.invalidatePath("/b").join();
        cache.invalidateNamespace("m").join();
        cache.invalidate(List.of()).join();
        assertThat(status(route.get())).startsWith("c; hit");
    }

    @Test
    void allStoresAreInvalidated() {
        otherRoute.get();
        cache.invalidatePath("/a").join();
        assertThat(status(otherRoute.get())).startsWith("c; fwd=miss");
    }

    @Test
    void aPathWithoutEntriesReachesNoStore() {
        route.tags = List.of("path:/uncached");
        route.get();
        cache.invalidatePath("/uncached").join();
        cache.softly().invalidatePath("/uncached").join();
        assertThat(status(route.get())).startsWith("c; hit");
    }

    @Test
    void softInvalidationMarksEntriesStale() {
        route.get();
        clock.advance(Duration.ofSeconds(2));
        cache.softly().invalidatePath("/a").join();
        assertThat(status(route.get("Cache-Control", "max-stale"))).isEqualTo("c; hit; ttl=0");
        assertThat(status(route.get())).startsWith("c; fwd=stale");
    }

    @Test
    void softlyTwiceIsSoftlyOnce() {
        CacheInvalidator softly = cache.softly();
        assertThat(softly).isNotSameAs(cache);
        assertThat(softly.softly()).isSameAs(softly);
    }

    @Test
    void anEmptyNamespaceIsRejected() {
        assertThatThrownBy(() -> cache.invalidateNamespace(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The namespace must not be empty. Use clear() to invalidate routes without a namespace.");
    }
}
