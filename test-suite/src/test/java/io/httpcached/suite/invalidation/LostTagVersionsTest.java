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

/** A Memcached that loses the tag versions of tags at any moment costs hits, and brings nothing back. */
class LostTagVersionsTest {

    private static final OpenStores STORES = new OpenStores();
    private static final CacheStore MEMCACHED = SharedBackend.MEMCACHED.open(STORES);

    /** A reader, a writer, and two losses: 8! / (3! 3! 2!) orders. */
    private static final List<String> ORDERS = Interleavings.of("aaawwwll");

    private static final int AT_ONCE = 200;

    @AfterAll
    static void close() {
        STORES.close();
    }

    @ParameterizedTest
    @EnumSource
    void bringNothingBackWhateverTheOrder(Scenario scenario) {
        assertThat(ORDERS).hasSize(560);
        Tally tally = new Tally();
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        ORDERS.forEach(order -> tasks.begin(() -> run(order, new Race("in the order " + order, scenario, tally))));
        tasks.await();
        assertThat(tally.mistakes()).isEmpty();
        assertThat(tally.races()).isEqualTo(ORDERS.size());
    }

    /** Afterwards the cache works again: what one reader more stores is found. */
    private static CompletionStage<Void> run(String order, Race race) {
        LosingServer server = new LosingServer(MEMCACHED);
        List<EntryStore> open = new RemoteNodes(server.seenByNodes()).open(2, Nodes.Wiring.DIRECT);
        Actor reader = race.reader(open.get(0));
        Actor writer = race.writer(open.get(1));
        Actor loss = server::lose;
        Actor last = race.reader(open.get(0));
        return Interleavings.follow(order, letter -> letter == 'a' ? reader : letter == 'w' ? writer : loss)
                .thenCompose(over -> race.lookUp(open.get(1)))
                .thenCompose(judged -> Interleavings.follow("aaa", letter -> last))
                .thenCompose(stored -> race.finish(open.get(1)));
    }
}
