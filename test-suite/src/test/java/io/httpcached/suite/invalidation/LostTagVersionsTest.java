package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.EntryStore;
import io.httpcached.store.CacheStore;
import io.httpcached.suite.backend.OpenStores;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that a loss of tag versions in Memcached at any moment costs hits, but never makes an invalidated entry valid
 * again.
 */
class LostTagVersionsTest {

    private static final OpenStores STORES = new OpenStores();
    private static final CacheStore MEMCACHED = SharedBackend.MEMCACHED.open(STORES);

    /** All orders of a reader, a writer and two losses: 8! / (3! 3! 2!). */
    private static final List<String> ORDERS = Interleavings.of("aaawwwll");

    private static final int AT_ONCE = 200;

    @AfterAll
    static void close() {
        STORES.close();
    }

    @ParameterizedTest
    @EnumSource
    void lossInAnyOrderRevivesNoInvalidatedEntry(Scenario scenario) {
        assertThat(ORDERS).hasSize(560);
        RaceStatistics statistics = new RaceStatistics();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        ORDERS.forEach(order -> tasks.begin(() -> run(order, new Race("in the order " + order, scenario, statistics))));
        tasks.await();
        assertThat(statistics.violations()).isEmpty();
        assertThat(statistics.races()).isEqualTo(ORDERS.size());
    }

    /** Runs a race. Afterwards it checks that the cache still works: the entry of one more reader is found. */
    private static CompletionStage<Void> run(String order, Race race) {
        TagVersionDropper server = new TagVersionDropper(MEMCACHED);
        List<EntryStore> open = new RemoteNodes(server.backendForNodes()).open(2, Nodes.Wiring.DIRECT);
        StepSequence reader = race.reader(open.get(0));
        StepSequence writer = race.writer(open.get(1));
        StepSequence loss = server::dropTagVersions;
        StepSequence last = race.reader(open.get(0));
        return Interleavings.follow(order, letter -> letter == 'a' ? reader : letter == 'w' ? writer : loss)
                .thenCompose(over -> race.lookUp(open.get(1)))
                .thenCompose(judged -> Interleavings.follow("aaa", letter -> last))
                .thenCompose(stored -> race.finish(open.get(1)));
    }
}
