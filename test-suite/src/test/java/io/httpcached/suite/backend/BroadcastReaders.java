package io.httpcached.suite.backend;

import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads a page on nodes all the time, and checks that no answer is older than the maximum lag permits: it shows at least the version
 * whose invalidation was confirmed that long before the request was sent.
 */
final class BroadcastReaders implements AutoCloseable {

    private final int page;
    private final long lagNanos;
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentNavigableMap<Long, Integer> confirmedAt = new ConcurrentSkipListMap<>();
    private final Queue<String> outdated = new ConcurrentLinkedQueue<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private volatile boolean closed;

    BroadcastReaders(int page, Duration lag, List<TestServer> nodes) {
        this.page = page;
        this.lagNanos = lag.toNanos();
        for (TestServer node : nodes) {
            Thread thread = new Thread(() -> readOn(node));
            threads.add(thread);
            thread.start();
        }
    }

    /** Records that the invalidation of the present version is confirmed. */
    void confirmed() {
        confirmedAt.put(System.nanoTime(), version(BroadcastPages.current(page)));
    }

    List<String> outdated() {
        return List.copyOf(outdated);
    }

    long hits() {
        return hits.sum();
    }

    long answers() {
        return answers.sum();
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void readOn(TestServer node) {
        while (!closed) {
            var due = confirmedAt.floorEntry(System.nanoTime() - lagNanos);
            WireResponse answer = node.get("/broadcast/" + page);
            answers.increment();
            if (answer.isHit()) {
                hits.increment();
            }
            if (due != null && version(answer.text()) < due.getValue()) {
                outdated.add(answer.text() + " instead of " + due.getValue() + ": " + answer.cacheStatus());
            }
        }
    }

    private static int version(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    }
}
