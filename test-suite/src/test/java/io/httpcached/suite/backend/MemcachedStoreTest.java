package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.store.tck.CacheStoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemcachedStoreTest extends CacheStoreContract {

    private static final String SERVERS = "http-cache.memcached.servers";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] VALUE = "value".getBytes(UTF_8);

    private final String key = "memcached:" + UUID.randomUUID();

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Override
    protected CacheStore open() {
        // The timeout is long because the machine may be busy. The test with a server that hangs covers timeouts.
        return stores.open(
                "memcached",
                Map.of(SERVERS, address(MemcachedServers.shared()), "http-cache.memcached.request-timeout", "20s"));
    }

    private CacheStore open(RealServer server) {
        return stores.open("memcached", Map.of(SERVERS, address(server)));
    }

    static String address(RealServer server) {
        return server.host() + ":" + server.port();
    }

    @Test
    void rejectsAnOversizedValue() {
        CacheStore store = open();
        byte[] tooLarge = new byte[(int) store.capabilities().maximumValueSize() + 1];
        assertThat(store.put(key, tooLarge, HOUR))
                .failsWithin(timeout())
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("VALUE_TOO_LARGE");
    }

    @Test
    void reportsTheConfiguredMaximumValueSize() {
        CacheStore store = stores.open(
                "memcached",
                Map.of(SERVERS, address(MemcachedServers.shared()), "http-cache.memcached.maximum-item-size", "64KB"));
        assertThat(store.capabilities().maximumValueSize()).isBetween(63L * 1024, 64L * 1024);
    }

    @Test
    void keepsAValueForMoreThanThirtyDays() {
        CacheStore store = open();
        assertThat(store.put(key, VALUE, Duration.ofDays(60))).succeedsWithin(timeout());
        assertThat(get(store).toCompletableFuture().join()).containsExactly(VALUE);
    }

    @Test
    void operationsEndWhileTheServerHangsAndWorkAfterwards() {
        try (ServerProcess process = ServerProcess.start(MemcachedServers.program())) {
            CacheStore store = open(process.server());
            assertThat(store.put(key, VALUE, HOUR)).succeedsWithin(timeout());
            List<Supplier<CompletionStage<?>>> operations = List.of(
                    () -> get(store),
                    () -> store.put(key, VALUE, HOUR),
                    () -> store.putIfAbsent(key, VALUE, HOUR),
                    () -> store.replace(key, VALUE, VALUE, HOUR),
                    () -> store.touch(List.of(key), HOUR),
                    () -> store.remove(List.of(key)));
            operations.forEach(operation -> {
                process.halt();
                StoreOperations.awaitFailure(operation);
                process.proceed();
                StoreOperations.awaitSuccess(operation);
            });
        }
    }

    @Test
    void startsWithoutAServerAndConnectsLater() {
        int port = FreePort.next();
        CacheStore store = open(new RealServer("127.0.0.1", port, "nobody"));
        Stages.assertFails(get(store), timeout());
        try (ServerProcess process = ServerProcess.start(MemcachedServers.program(), port)) {
            StoreOperations.awaitSuccess(() -> store.put(key, VALUE, HOUR));
            assertThat(process.port()).isEqualTo(port);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cache-1", "cache-1:", ":11211", "cache-1:0", "cache-1:65536", "::1:11211", "a b:11211", ""})
    void startupFailsForAnInvalidServerAddress(String server) {
        StartupFailures.assertStartupFails(
                Map.of("http-cache.backend", "memcached", SERVERS, List.of("cache-1:11211", server)),
                SERVERS,
                "'" + server + "'");
    }

    @Test
    void startupFailsForOtherInvalidSettings() {
        for (Map.Entry<String, String> wrong :
                Map.of("request-timeout", "0s", "maximum-item-size", "100").entrySet()) {
            String property = "http-cache.memcached." + wrong.getKey();
            Map<String, Object> settings =
                    Map.of("http-cache.backend", "memcached", SERVERS, "cache-1:11211", property, wrong.getValue());
            StartupFailures.assertStartupFails(settings, property, wrong.getValue());
        }
    }

    private CompletionStage<List<byte[]>> get(CacheStore store) {
        return store.get(List.of(key)).thenApply(ArrayList::new);
    }
}
