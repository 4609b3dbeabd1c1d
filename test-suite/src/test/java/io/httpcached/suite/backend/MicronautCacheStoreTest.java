package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.store.tck.CacheStoreContract;
import io.httpcached.suite.server.Eventually;
import io.micronaut.cache.SyncCache;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tests a cache of Caffeine, which exists in one process only, so the two nodes of the contract are two stores over the
 * same cache.
 */
class MicronautCacheStoreTest extends CacheStoreContract {

    private static final byte[] VALUE = "value".getBytes(UTF_8);

    private static ApplicationContext context;

    @BeforeAll
    static void startContext() {
        context = ApplicationContext.run(Map.of("micronaut.caches.pages.maximum-size", 10_000), "test");
    }

    @AfterAll
    static void closeContext() {
        context.close();
    }

    @Override
    protected CacheStore open() {
        return context.createBean(CacheStore.class, Qualifiers.byName("pages"));
    }

    private static SyncCache<?> cache() {
        return context.getBean(SyncCache.class, Qualifiers.byName("pages"));
    }

    @Test
    void ignoresAnExpiredValueThatStillExists() {
        CacheStore store = open();
        assertThat(store.put("expiring", VALUE, Duration.ofMillis(50))).succeedsWithin(timeout());
        Eventually.get(() -> read(store, "expiring"), List::isEmpty);
        assertThat(cache().get("expiring", byte[].class)).isPresent();
    }

    @Test
    void ignoresValuesOfOtherClients() {
        cache().put("foreign", "text");
        assertThat(read(open(), "foreign")).isEmpty();
    }

    @Test
    void declaresNoAtomicPutIfAbsentReplaceOrTouch() {
        assertThat(open().capabilities()).satisfies(promised -> {
            assertThat(promised.atomicPutIfAbsent()).isFalse();
            assertThat(promised.atomicReplace()).isFalse();
            assertThat(promised.extendsLife()).isFalse();
        });
    }

    /** Reads the value of a key. */
    private static List<byte[]> read(CacheStore store, String key) {
        return store.get(List.of(key))
                .thenApply(values -> values.get(0) == null ? List.<byte[]>of() : List.of(values.get(0)))
                .toCompletableFuture()
                .join();
    }
}
