package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.store.tck.CacheStoreContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MicronautCacheOverRedisTest extends CacheStoreContract {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Override
    protected CacheStore open() {
        return open(uri(RedisServers.shared()));
    }

    private CacheStore open(String uri) {
        return stores.open("pages", Map.of("redis.uri", uri, "redis.caches.pages.expire-after-write", "1d"));
    }

    private static String uri(RealServer server) {
        return "redis://" + server.host() + ":" + server.port();
    }

    @Test
    void startsWithoutAServerAndConnectsLater() {
        int port = FreePort.next();
        CacheStore store = open(uri(new RealServer("127.0.0.1", port, "nobody")));
        byte[] value = "value".getBytes(UTF_8);
        Stages.assertFails(store.get(List.of("key")), timeout());
        try (ServerProcess process = ServerProcess.start(RedisServers.program(), port)) {
            StoreOperations.awaitSuccess(() -> store.put("key", value, Duration.ofHours(1)));
            assertThat(process.port()).isEqualTo(port);
        }
    }

    @Test
    void operationsEndWhileTheServerHangs() {
        try (ServerProcess process = ServerProcess.start(RedisServers.program())) {
            CacheStore store = open(uri(process.server()));
            assertThat(store.get(List.of("key"))).succeedsWithin(timeout());
            process.halt();
            StoreOperations.awaitFailure(() -> store.get(List.of("key")));
            process.proceed();
        }
    }
}
