package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.store.tck.CacheStoreContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemcachedTwoServersTest extends CacheStoreContract {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] VALUE = "value".getBytes(UTF_8);

    private static ServerProcess one;
    private static ServerProcess other;

    private final String prefix = "two:" + UUID.randomUUID() + ":";
    private final List<String> keys =
            IntStream.range(0, 200).mapToObj(i -> prefix + i).toList();

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @BeforeAll
    static void startServers() {
        one = ServerProcess.start(MemcachedServers.program());
        other = ServerProcess.start(MemcachedServers.program());
    }

    @AfterAll
    static void endServers() {
        one.close();
        other.close();
    }

    @Override
    protected CacheStore open() {
        return open(one, other);
    }

    private CacheStore open(ServerProcess... servers) {
        List<String> addresses = Stream.of(servers)
                .map(process -> MemcachedStoreTest.address(process.server()))
                .toList();
        return stores.open("memcached", Map.of("http-cache.memcached.servers", addresses));
    }

    @Test
    void distributesKeysOverTheServers() {
        putAll(open(one, other));
        assertThat(heldBy(one)).hasSizeBetween(40, 160);
        assertThat(heldBy(one).size() + heldBy(other).size()).isEqualTo(keys.size());
    }

    @Test
    void orderOfServersDoesNotMatter() {
        putAll(open(one, other));
        assertThat(readable(open(other, one))).isEqualTo(keys);
    }

    @Test
    void failedServerDoesNotMoveKeysOrAffectOtherServers() {
        try (ServerProcess mortal = ServerProcess.start(MemcachedServers.program())) {
            CacheStore store = open(one, mortal);
            putAll(store);
            List<String> surviving = heldBy(one);
            assertThat(surviving).hasSizeBetween(40, 160);
            mortal.kill();
            assertThat(readable(store)).isEqualTo(surviving);
            keys.forEach(key -> {
                if (!surviving.contains(key)) {
                    Stages.assertFails(store.put(key, VALUE, HOUR), timeout());
                }
            });
            assertThat(heldBy(one)).isEqualTo(surviving);
        }
    }

    @Test
    void serverThatIsDownAtStartupDoesNotAffectOthers() {
        try (ServerProcess mortal = ServerProcess.start(MemcachedServers.program())) {
            putAll(open(one, mortal));
            mortal.kill();
            assertThat(readable(open(one, mortal))).isEqualTo(heldBy(one));
        }
    }

    private void putAll(CacheStore store) {
        keys.forEach(key -> assertThat(store.put(key, VALUE, HOUR)).succeedsWithin(timeout()));
    }

    private List<String> heldBy(ServerProcess server) {
        return readable(open(server));
    }

    /** Returns the keys for which the store has a value. Each is read by a separate call. */
    private List<String> readable(CacheStore store) {
        return keys.stream()
                .filter(key -> store.get(List.of(key))
                        .handle((values, failure) -> failure == null && values.get(0) != null)
                        .toCompletableFuture()
                        .join())
                .toList();
    }
}
