package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.Stages.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.httpcached.store.CacheStore;
import io.httpcached.suite.server.Eventually;
import io.lettuce.core.RedisClient;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanPreDestroyEvent;
import io.micronaut.context.event.BeanPreDestroyEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a store whose server is down or hangs: every operation ends, and the store recovers by itself. */
class RedisFailureTest {

    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void storeOpensWhileTheServerIsDownAndConnectsLater() {
        redis.kill();
        CacheStore store = assertTimeoutPreemptively(BOUND, () -> open());
        assertFails(read(store), BOUND);
        redis.restart();
        assertThat(write(store)).succeedsWithin(BOUND);
        assertThat(read(store)).succeedsWithin(BOUND);
    }

    @Test
    void restartedServerIsUsedAgainAtOnce() {
        CacheStore store = open();
        assertThat(write(store)).succeedsWithin(BOUND);
        redis.kill();
        Eventually.get(() -> fails(store), failed -> failed);
        assertFails(write(store), BOUND);
        redis.restart();
        assertThat(write(store)).succeedsWithin(SOON);
    }

    @Test
    void operationsOnAHangingServerFail() {
        CacheStore store = open("http-cache.redis.command-timeout", "200ms");
        assertThat(write(store)).succeedsWithin(BOUND);
        redis.halt();
        List<CompletionStage<?>> all = List.of(
                read(store),
                write(store),
                store.putIfAbsent("b", new byte[1], BOUND),
                store.replace("a", new byte[1], new byte[2], BOUND),
                store.touch(List.of("a", "b"), BOUND),
                store.remove(List.of("a")));
        all.forEach(each -> assertFails(each, SOON));
        redis.proceed();
        Eventually.get(() -> fails(store), failed -> !failed);
    }

    @Test
    void storeOpensWhileTheServerHangsAndConnectsLater() {
        redis.halt();
        CacheStore store = open("http-cache.redis.connect-timeout", "300ms");
        assertFails(read(store), BOUND);
        redis.proceed();
        Eventually.get(() -> fails(store), failed -> !failed);
    }

    @Test
    void silentConnectionIsReplaced() throws Exception {
        try (Relay network = Relay.to(redis.server())) {
            CacheStore store = stores.open(
                    "redis",
                    Map.of(
                            "redis.uri",
                            "redis://127.0.0.1:" + network.port(),
                            "http-cache.redis.command-timeout",
                            "100ms"));
            assertThat(write(store)).succeedsWithin(BOUND);
            network.silenceOpenConnections();
            Eventually.get(() -> fails(store), failed -> !failed);
        }
    }

    @Test
    void lostRepliesDoNotShiftRepliesToOtherCommands() {
        try (Relay network = Relay.to(redis.server())) {
            CacheStore store = stores.open(
                    "redis",
                    Map.of(
                            "redis.uri",
                            "redis://127.0.0.1:" + network.port(),
                            "http-cache.redis.command-timeout",
                            "30s"));
            List<String> keys = IntStream.range(0, 50).mapToObj(i -> "k" + i).toList();
            keys.forEach(key -> assertThat(store.put(key, key.getBytes(UTF_8), BOUND.multipliedBy(20)))
                    .succeedsWithin(BOUND));
            network.begin(Fault.NONSENSE);
            keys.forEach(key -> store.get(List.of(key)));
            assertThat(store.get(List.of("k0"))).failsWithin(BOUND).withThrowableOfType(ExecutionException.class);
            network.end();
            Eventually.get(() -> fails(store), failed -> !failed);
            for (String key : keys) {
                assertThat(store.get(List.of(key))).succeedsWithin(BOUND).satisfies(values -> assertThat(values)
                        .containsExactly(key.getBytes(UTF_8)));
            }
        }
    }

    @Test
    void concurrentOperationsShareOneConnection() {
        CacheStore store = open();
        List<CompletionStage<Void>> first =
                IntStream.range(0, 200).mapToObj(i -> write(store)).toList();
        first.forEach(each -> assertThat(each).succeedsWithin(BOUND));
        assertThat(RedisServers.clients(redis.server())).isEqualTo(1);
    }

    @Test
    void closeEndsTheConnection() {
        CacheStore store = open();
        assertThat(write(store)).succeedsWithin(BOUND);
        store.close();
        Eventually.get(() -> RedisServers.clients(redis.server()), clients -> clients == 0);
    }

    @Test
    void applicationClosesTheStoreBeforeItsOwnClient() {
        CacheStore store = open(ClientWatch.PROPERTY, Integer.toString(redis.port()));
        assertThat(write(store)).succeedsWithin(BOUND);
        ClientWatch watch = stores.bean(ClientWatch.class);
        stores.close();
        assertThat(watch.connectionsAtTheEnd).hasValue(0);
    }

    @Test
    void closeDoesNotWaitForAHangingServer() {
        CacheStore store = open();
        assertThat(write(store)).succeedsWithin(BOUND);
        redis.halt();
        CompletionStage<?> unanswered = read(store);
        assertTimeoutPreemptively(SOON, store::close);
        assertFails(unanswered, SOON);
        assertTimeoutPreemptively(BOUND, stores::close);
    }

    @Test
    void closeDoesNotWaitForAPendingConnection() {
        redis.halt();
        CacheStore store = open();
        CompletionStage<?> unanswered = read(store);
        assertTimeoutPreemptively(SOON, store::close);
        assertFails(unanswered, BOUND);
    }

    private CacheStore open(String... more) {
        String uri = "redis://127.0.0.1:" + redis.port();
        return stores.open(
                "redis", more.length == 0 ? Map.of("redis.uri", uri) : Map.of("redis.uri", uri, more[0], more[1]));
    }

    private static CompletionStage<?> read(CacheStore store) {
        return store.get(List.of("a"));
    }

    private static CompletionStage<Void> write(CacheStore store) {
        return store.put("a", "value".getBytes(UTF_8), Duration.ofMinutes(1));
    }

    private static boolean fails(CacheStore store) {
        return read(store)
                .handle((values, failure) -> failure != null)
                .toCompletableFuture()
                .orTimeout(BOUND.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Counts the open connections immediately before the application's client is shut down. */
    @Singleton
    @Requires(property = ClientWatch.PROPERTY)
    static final class ClientWatch implements BeanPreDestroyEventListener<RedisClient> {

        static final String PROPERTY = "test.redis.watched-port";

        final AtomicLong connectionsAtTheEnd = new AtomicLong(-1);
        private final RealServer server;

        ClientWatch(@Property(name = PROPERTY) int port) {
            this.server = new RealServer("127.0.0.1", port, "the test");
        }

        @Override
        public RedisClient onPreDestroy(BeanPreDestroyEvent<RedisClient> event) {
            connectionsAtTheEnd.set(Eventually.get(() -> RedisServers.clients(server), clients -> clients == 0));
            return event.getBean();
        }
    }
}
