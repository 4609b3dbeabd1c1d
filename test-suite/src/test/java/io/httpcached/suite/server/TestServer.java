package io.httpcached.suite.server;

import io.httpcached.HttpCache;
import io.httpcached.suite.backend.DynamoDbServers;
import io.httpcached.suite.backend.MemcachedServers;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An application on a free port of the loopback interface, with a cache whose clock a test controls. */
public final class TestServer implements AutoCloseable {

    private final EmbeddedServer server;
    private final WireClient client;

    private TestServer(EmbeddedServer server) {
        this.server = server;
        this.client = new WireClient(server.getPort());
    }

    /**
     * Starts an application.
     *
     * @param scenario the value of the {@code scenario} property, which the participating controllers and filters
     *     require
     * @param settings alternating names and values of further properties
     */
    public static TestServer start(String scenario, Object... settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("scenario", scenario);
        properties.put("test.clock", true);
        properties.put("micronaut.server.port", -1);
        properties.put("micronaut.server.host", "127.0.0.1");
        // The server's own Date follows real time. Without it, the cache adds a Date from the clock of the test.
        properties.put("micronaut.server.date-header", false);
        properties.put("micronaut.security.enabled", false);
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i].toString(), settings[i + 1]);
        }
        return new TestServer(ApplicationContext.run(EmbeddedServer.class, properties, "test"));
    }

    /**
     * Starts an application whose entries are in Redis, under keys of its own.
     *
     * @param scenario the value of the {@code scenario} property
     * @param settings alternating names and values of further properties
     */
    static TestServer startOverRedis(String scenario, Object... settings) {
        return startOver("redis", RedisServers.properties(RedisServers.shared()), scenario, settings);
    }

    /**
     * Starts an application whose entries are in Memcached, under keys of its own.
     *
     * @param scenario the value of the {@code scenario} property
     * @param settings alternating names and values of further properties
     */
    static TestServer startOverMemcached(String scenario, Object... settings) {
        return startOver("memcached", MemcachedServers.properties(MemcachedServers.shared()), scenario, settings);
    }

    /**
     * Starts an application whose entries are in DynamoDB, under keys of its own.
     *
     * @param scenario the value of the {@code scenario} property
     * @param settings alternating names and values of further properties
     */
    static TestServer startOverDynamoDb(String scenario, Object... settings) {
        Map<String, Object> properties =
                new HashMap<>(DynamoDbServers.properties(DynamoDbServers.shared(), "http-cache-" + scenario));
        properties.put("http-cache.dynamodb.create-table", true);
        properties.put("http-cache.dynamodb.request-timeout", "20s");
        return startOver("dynamodb", properties, scenario, settings);
    }

    private static TestServer startOver(
            String backend, Map<String, Object> properties, String scenario, Object... settings) {
        List<Object> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "http-cache.backend",
                backend,
                "http-cache.backend-timeout",
                "10s",
                "http-cache.key-prefix",
                scenario + '-' + UUID.randomUUID() + ':'));
        properties.forEach((name, value) -> all.addAll(List.of(name, value)));
        return start(scenario, all.toArray());
    }

    public WireResponse get(String target, String... headerLines) {
        return client.get(target, headerLines);
    }

    public WireResponse head(String target, String... headerLines) {
        return client.head(target, headerLines);
    }

    public WireResponse send(String method, String target, String... headerLines) {
        return client.send(method, target, headerLines);
    }

    public WireResponse sendWithContent(String method, String target, String content, String... headerLines) {
        return client.sendWithContent(method, target, content, headerLines);
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** Invalidates by tag, and waits until the invalidation has completed. */
    void invalidateTags(String... tags) {
        bean(HttpCache.class).invalidateTags(tags).join();
    }

    public int port() {
        return server.getPort();
    }

    public void advance(Duration by) {
        bean(TestClock.class).advance(by);
    }

    @Override
    public void close() {
        server.close();
    }
}
