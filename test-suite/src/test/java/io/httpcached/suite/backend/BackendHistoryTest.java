package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandType;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that invalidated responses stay invalid on all nodes if a backend goes back to its data from before the invalidation. */
class BackendHistoryTest {

    private static final int PAGES = 12;

    /** The database of the application, which all nodes see. */
    private static final AtomicIntegerArray VERSIONS = new AtomicIntegerArray(PAGES);

    private final List<TestServer> nodes = new ArrayList<>();

    @BeforeEach
    void reset() {
        for (int page = 0; page < PAGES; page++) {
            VERSIONS.set(page, 0);
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(TestServer::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "append-only file", "promoted replica", "sentinel", "cluster", "memcached"})
    void invalidatedResponsesDoNotReturn(String kind) {
        try (PastData redis = PastData.of(kind)) {
            invalidatedResponsesDoNotReturn(redis, Map.of());
        }
    }

    /** A replica that is promoted has not received the invalidation, and nodes have copies of what it has. */
    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "append-only file", "promoted replica", "sentinel", "cluster"})
    void invalidatedResponsesDoNotReturnAsNearCopies(String kind) {
        try (PastData redis = PastData.of(kind)) {
            invalidatedResponsesDoNotReturn(
                    redis, Map.of("http-cache.near.enabled", true, "http-cache.near.strict", true));
        }
    }

    private void invalidatedResponsesDoNotReturn(PastData redis, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(redis.address());
        all.putAll(settings);
        start(all, false);
        start(all, false);
        store();
        redis.keep();
        invalidate(nodes.get(1));
        redis.goBack();
        for (TestServer node : nodes) {
            for (int page = 0; page < PAGES; page++) {
                assertCurrent(untilAnswered(node, page), page);
            }
        }
        untilStoredAgain();
    }

    @Test
    void entriesStayValidIfOnlyTheConnectionBreaks() {
        try (ServerProcess redis = ServerProcess.start(RedisServers.program());
                Relay network = Relay.to(redis.server())) {
            Map<String, Object> address = Map.of("redis.uri", "redis://127.0.0.1:" + network.port());
            start(address, false);
            store();
            network.forwardTo(redis.server());
            assertThat(untilAnswered(nodes.get(0), 0).isHit()).isTrue();
        }
    }

    @Test
    void entriesOfADurableServerStayValid() {
        try (PastData redis = PastData.of("append-only file")) {
            start(redis, true);
            store();
            redis.keep();
            redis.goBack();
            assertThat(untilAnswered(nodes.get(0), 0).isHit()).isTrue();
        }
    }

    @Test
    void flushedServerHasNoResponses() {
        try (ServerProcess redis = ServerProcess.start(RedisServers.program())) {
            Map<String, Object> address = RedisServers.properties(redis.server());
            start(address, false);
            store();
            VERSIONS.incrementAndGet(0);
            RedisServers.tell(redis.server(), commands -> commands.flushall());
            assertCurrent(nodes.get(0).get("/history/0"), 0);
            untilStoredAgain();
        }
    }

    /** A server may be promoted while its connections stay open. */
    @Test
    void promotionIsNoticedOnAnOpenConnection() {
        try (ServerProcess master = ServerProcess.start(RedisServers.program());
                ServerProcess redis = ServerProcess.start(RedisServers.program())) {
            start(RedisServers.properties(redis.server()), false);
            store();
            RedisServers.tell(master.server(), commands -> {
                commands.replicaof("127.0.0.1", redis.port());
                Eventually.get(() -> commands.info("replication"), info -> info.contains("master_link_status:up"));
                commands.replicaofNoOne();
            });
            invalidate(nodes.get(0));
            RedisServers.tell(redis.server(), commands -> {
                commands.replicaof("127.0.0.1", master.port());
                Eventually.get(() -> commands.info("replication"), info -> info.contains("master_link_status:up"));
                commands.replicaofNoOne();
            });
            Eventually.get(() -> nodes.get(0).get("/history/0"), answer -> answer.text()
                    .equals("page 0 version 1"));
            for (int page = 0; page < PAGES; page++) {
                assertCurrent(untilAnswered(nodes.get(0), page), page);
            }
        }
    }

    @Test
    void serverThatDoesNotTellItsHistoryIsNotUsed() {
        try (ServerProcess redis = ServerProcess.start(RedisServers.program())) {
            RedisServers.tell(
                    redis.server(),
                    commands -> commands.aclSetuser(
                            "cache",
                            AclSetuserArgs.Builder.on()
                                    .addPassword("secret")
                                    .allKeys()
                                    .allCommands()
                                    .removeCommand(CommandType.INFO)));
            String uri = "redis://cache:secret@127.0.0.1:" + redis.port();
            try (LogCapture log = new LogCapture("io.httpcached.backend", Level.WARN)) {
                start(Map.of("redis.uri", uri), false);
                assertThat(nodes.get(0).get("/history/0").cacheStatus()).contains("backend unavailable");
                assertThat(log.lines()).anyMatch(line -> line.contains("http-cache.redis.durable"));
            }
            start(Map.of("redis.uri", uri), true);
            nodes.get(1).get("/history/1");
            Eventually.get(() -> nodes.get(1).get("/history/1"), WireResponse::isHit);
        }
    }

    private void start(PastData redis, boolean durable) {
        start(redis.address(), durable);
    }

    private void start(Map<String, Object> address, boolean durable) {
        Map<String, Object> settings = new HashMap<>(address);
        settings.putIfAbsent("http-cache.backend", "redis");
        settings.put("http-cache.backend-timeout", "10s");
        settings.put("http-cache.redis.command-timeout", "20s");
        settings.put("http-cache.redis.durable", durable);
        Object[] alternating = settings.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray();
        nodes.add(TestServer.start("backend-history", alternating));
    }

    /** Stores the first version of all pages, which each node then has as a hit. */
    private void store() {
        nodes.get(0).get("/history/0");
        untilStoredAgain();
    }

    private void untilStoredAgain() {
        for (TestServer node : nodes) {
            for (int page = 0; page < PAGES; page++) {
                String target = "/history/" + page;
                assertCurrent(Eventually.get(() -> node.get(target), WireResponse::isHit), page);
            }
        }
    }

    private static void invalidate(TestServer writer) {
        for (int page = 0; page < PAGES; page++) {
            assertThat(writer.send("POST", "/history/" + page).status()).isEqualTo(200);
        }
    }

    /** Returns the first answer for which the node could ask the backend. Those without the backend must be current, too. */
    private static WireResponse untilAnswered(TestServer node, int page) {
        return Eventually.get(
                () -> {
                    WireResponse answer = node.get("/history/" + page);
                    assertCurrent(answer, page);
                    return answer;
                },
                answer -> !answer.cacheStatus().contains("unavailable"));
    }

    private static void assertCurrent(WireResponse answer, int page) {
        assertThat(answer.text())
                .as("page %d: %s", page, answer.cacheStatus())
                .isEqualTo("page " + page + " version " + VERSIONS.get(page));
    }

    @Controller("/history")
    @Requires(property = "scenario", value = "backend-history")
    static class Pages {

        @Get("/{page}")
        @HttpCached(ttl = "1h")
        String show(int page) {
            return "page " + page + " version " + VERSIONS.get(page);
        }

        @Post("/{page}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String change(int page) {
            return "page " + page + " version " + VERSIONS.incrementAndGet(page);
        }
    }
}
