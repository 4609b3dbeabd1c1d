package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.store.CacheStore;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the backend uses the addresses and the client settings of micronaut-redis. */
class RedisAddressesTest {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String NO_SERVER = "redis://127.0.0.1:" + FreePort.next();

    private final RealServer redis = RedisServers.shared();
    private final String uri = "redis://" + redis.host() + ":" + redis.port();

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it before all else.
    Path folder;

    @Test
    void usesHostAndPort() {
        assertWorks(stores.open("redis", Map.of("redis.host", redis.host(), "redis.port", redis.port())));
    }

    @Test
    void usesANamedServer() {
        assertWorks(stores.open(
                "redis",
                Map.of("redis.uri", NO_SERVER, "redis.servers.pages.uri", uri, "http-cache.redis.server", "pages")));
    }

    @Test
    void usesANamedCluster() {
        try (RedisCluster cluster = RedisCluster.start()) {
            assertWorks(stores.open(
                    "redis", Map.of("redis.servers.pages.uris", cluster.uris(), "http-cache.redis.server", "pages")));
        }
    }

    @Test
    void startupFailsForAnUnknownServerName() {
        assertThatThrownBy(() -> stores.open("redis", Map.of("redis.uri", uri, "http-cache.redis.server", "pages")))
                .hasRootCauseInstanceOf(ConfigurationException.class)
                .hasRootCauseMessage(
                        "http-cache.redis.server must be the name of a server under redis.servers, but was 'pages'.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"connect-timeout, 0s", "command-timeout, soon"})
    void startupFailsForAnInvalidTimeout(String property, String value) {
        assertThatThrownBy(() -> stores.open("redis", Map.of("redis.uri", uri, "http-cache.redis." + property, value)))
                .hasStackTraceContaining("http-cache.redis." + property
                        + " must be a duration of at least 1ms, such as 250ms, 10s or PT10S, but was '" + value + "'.");
    }

    @Test
    void sendsThePassword() {
        Program locked = RedisServers.program().with("--requirepass", "secret");
        try (ServerProcess process = ServerProcess.start(locked)) {
            String address = "127.0.0.1:" + process.port();
            assertWorks(stores.open("redis", Map.of("redis.uri", "redis://:secret@" + address)));
            assertFails(stores.open("redis", Map.of("redis.uri", "redis://:guess@" + address)));
        }
    }

    @Test
    void usesTheTrustedCertificatesOfTheApplicationsClient() throws Exception {
        TlsKeys keys = TlsKeys.make(folder);
        try (Relay front = new Relay(redis, keys.listen())) {
            String address = "rediss://127.0.0.1:" + front.port();
            assertWorks(stores.open(
                    "redis",
                    Map.of(
                            "redis.uri",
                            address,
                            TrustedClient.PROPERTY,
                            keys.file().toString())));
            assertFails(stores.open("redis", Map.of("redis.uri", address)));
        }
    }

    @Test
    void findsTheMasterThroughSentinels() throws IOException {
        RealServer master = RedisServers.shared();
        Path configuration = Files.writeString(
                folder.resolve("sentinel.conf"),
                "sentinel monitor pages %s %d 1%n".formatted(master.host(), master.port()));
        Program redisServer = RedisServers.program();
        Program sentinel = new Program(
                List.of(redisServer.command().get(0), configuration.toString(), "--sentinel"),
                port -> List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"),
                redisServer.origin());
        try (ServerProcess process = ServerProcess.start(sentinel)) {
            assertWorks(stores.open(
                    "redis", Map.of("redis.uri", "redis-sentinel://127.0.0.1:" + process.port() + "#pages")));
        }
    }

    @Test
    void leavesTheApplicationsClientUnchanged() {
        try (ApplicationContext application = ApplicationContext.run(Map.of("redis.uri", uri), "test")) {
            ClientOptions before = application.getBean(RedisClient.class).getOptions();
            assertWorks(OpenStores.storeOf(application, "redis"));
            assertThat(application.getBean(RedisClient.class).getOptions()).isSameAs(before);
        }
    }

    @Test
    void backendDoesNotExistWithoutRedisConfiguration() {
        assertThatThrownBy(() -> stores.open("redis", Map.of("http-cache.backend", "memory")))
                .hasMessageContaining("CacheStore");
    }

    private static void assertWorks(CacheStore store) {
        String key = "address:" + UUID.randomUUID();
        assertThat(store.put(key, key.getBytes(UTF_8), Duration.ofMinutes(1))).succeedsWithin(BOUND);
        assertThat(store.get(List.of(key))).succeedsWithin(BOUND).satisfies(values -> assertThat(values)
                .containsExactly(key.getBytes(UTF_8)));
    }

    private static void assertFails(CacheStore store) {
        Stages.assertFails(store.get(List.of("a")), BOUND);
    }
}
