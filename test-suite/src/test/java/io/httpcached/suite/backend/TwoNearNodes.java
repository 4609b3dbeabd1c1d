package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.near.NearStatistics;
import io.httpcached.server.report.CacheReport;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Two nodes in this JVM that keep near copies of one page in Redis. One changes it, and the other reads it. */
final class TwoNearNodes implements AutoCloseable {

    private static final AtomicInteger LAST_PAGE = new AtomicInteger(1000);

    private final Map<String, Object> common = new HashMap<>();
    private final Duration lag;
    private final int page = LAST_PAGE.incrementAndGet();
    private final String target = "/near/" + page;
    private final TestServer writer;
    private final TestServer reader;

    /**
     * Starts both nodes.
     *
     * @param lag the maximum lag
     * @param writerAddress the address of Redis for the node that changes the page
     * @param readerAddress the address of Redis for the other one
     * @param settings names and values of further properties of both
     */
    TwoNearNodes(
            Duration lag, Map<String, Object> writerAddress, Map<String, Object> readerAddress, Object... settings) {
        this.lag = lag;
        common.put("http-cache.backend", "redis");
        common.put("http-cache.near.enabled", true);
        common.put("http-cache.near.maximum-lag", lag.toMillis() + "ms");
        for (int i = 0; i < settings.length; i += 2) {
            common.put(settings[i].toString(), settings[i + 1]);
        }
        this.writer = start(writerAddress);
        this.reader = start(readerAddress);
    }

    /** Starts a node, which the caller closes. */
    TestServer start(Map<String, Object> address) {
        Map<String, Object> all = new HashMap<>(common);
        all.putAll(address);
        return TestServer.start(
                NearPages.SCENARIO,
                all.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray());
    }

    /** Reads the page on the node that does not change it. */
    WireResponse read() {
        return reader.get(target);
    }

    /** Changes the page, and invalidates it. Returns the time that this takes. */
    Duration change() {
        long begun = System.nanoTime();
        assertThat(writer.send("PUT", target).status()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Returns whether an attempt to change the page succeeds, and the node that made it shows the change. */
    boolean changes() {
        return writer.send("PUT", target).status() == 200
                && writer.get(target).text().equals(current());
    }

    /** Changes the page without an invalidation. */
    void changeSilently() {
        NearPages.changeData(page);
    }

    String current() {
        return NearPages.text(page);
    }

    /** Changes the page, and checks each answer of the other node: once the lag is over, it is the changed page. */
    void changeAndReadUntilTheLagIsOver() {
        change();
        long answered = System.nanoTime();
        boolean over;
        do {
            over = System.nanoTime() - answered > lag.toNanos();
            WireResponse response = read();
            assertThat(response.status()).isEqualTo(200);
            if (over) {
                assertThat(response.text()).as(response.cacheStatus()).isEqualTo(current());
            }
        } while (!over);
    }

    void awaitCurrent() {
        Eventually.get(() -> read().text(), current()::equals);
    }

    void assertUpToDate() {
        for (int i = 0; i < 20; i++) {
            WireResponse response = read();
            assertThat(response.text()).as(response.cacheStatus()).isEqualTo(current());
        }
        assertThat(writer.get(target).text()).isEqualTo(current());
    }

    void awaitNearHit() {
        awaitNearHit(reader);
    }

    void awaitNearHit(TestServer node) {
        Eventually.get(() -> node.get(target).cacheStatus(), status -> status.endsWith("detail=near"));
    }

    void awaitUsable(boolean usable) {
        Eventually.get(this::copies, copies -> copies.usable() == usable);
    }

    /** Returns the state of the copies of the node that reads. */
    NearStatistics copies() {
        return Objects.requireNonNull(reader.bean(CacheReport.class).copies().get("redis"));
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
