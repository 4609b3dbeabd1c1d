package io.httpcached.suite.backend;

import io.httpcached.suite.backend.VersionedPages.Version;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.wire.WireConnection;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * Runs clients that read {@link VersionedPages} and change some of them, each on its own connection and without pauses.
 * It checks every response: it must be the requested page, in a version no older than the last change that was
 * confirmed before the request was sent.
 */
final class LoadGenerator implements AutoCloseable {

    private static final int READS_PER_CHANGE = 50;
    private static final int SHOWN = 10;

    private final int port;
    private final AtomicIntegerArray confirmed = new AtomicIntegerArray(VersionedPages.PAGES);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<long[]> times = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients;
    private volatile boolean ended;

    /**
     * The results of a run.
     *
     * @param requests the number of responses
     * @param hits the number of hits among them
     * @param wrong some of the wrong responses
     * @param slowest the longest time of a request
     * @param percentile999 the 99.9th percentile of the times
     */
    record Report(int requests, int hits, List<String> wrong, Duration slowest, Duration percentile999) {}

    private LoadGenerator(int port, int clients) {
        this.port = port;
        this.clients = IntStream.range(0, clients)
                .mapToObj(seed -> new Thread(() -> send(new Random(seed)), "client-" + seed))
                .toList();
    }

    static LoadGenerator start(int port, int clients) {
        LoadGenerator load = new LoadGenerator(port, clients);
        load.clients.forEach(Thread::start);
        return load;
    }

    /** Waits until the given number of further requests have been answered. */
    void awaitRequests(int more) {
        int target = requests.get() + more;
        Eventually.get(requests::get, count -> count >= target || !wrong.isEmpty());
    }

    /** Waits until the given number of further requests were hits. */
    void awaitHits(int more) {
        int target = hits.get() + more;
        Eventually.get(hits::get, count -> count >= target || !wrong.isEmpty());
    }

    /** Stops all clients and returns the results. */
    Report end() {
        close();
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Report(
                requests.get(),
                hits.get(),
                wrong.stream().limit(SHOWN).toList(),
                Duration.ofNanos(all[all.length - 1]),
                Duration.ofNanos(all[all.length - 1 - all.length / 1000]));
    }

    @Override
    public void close() {
        ended = true;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void send(Random random) {
        long[] mine = new long[1_000];
        int count = 0;
        try (WireConnection connection = new WireConnection(port)) {
            while (!ended) {
                if (count == mine.length) {
                    mine = Arrays.copyOf(mine, 2 * count);
                }
                int page = random.nextInt(VersionedPages.PAGES);
                long before = System.nanoTime();
                if (random.nextInt(READS_PER_CHANGE) == 0) {
                    change(connection, page);
                } else {
                    read(connection, page);
                }
                mine[count++] = System.nanoTime() - before;
                requests.incrementAndGet();
            }
        } catch (RuntimeException e) {
            wrong.add("The connection failed: " + e);
        } finally {
            times.add(Arrays.copyOf(mine, count));
        }
    }

    private void read(WireConnection connection, int page) {
        int atLeast = confirmed.get(page);
        WireResponse answer = connection.send("GET", "/versioned/" + page);
        if (answer.status() != 200) {
            wrong.add("status " + answer.status() + " for page " + page);
            return;
        }
        Version version = Version.of(answer.text());
        if (version.page() != page || version.number() < atLeast) {
            wrong.add(version + " for page " + page + " in version " + atLeast + ", " + answer.cacheStatus());
        }
        if (answer.isHit()) {
            hits.incrementAndGet();
        }
    }

    private void change(WireConnection connection, int page) {
        WireResponse answer = connection.send("POST", "/versioned/" + page);
        if (answer.status() == 200) {
            int number = Version.of(answer.text()).number();
            confirmed.accumulateAndGet(page, number, Math::max);
        } else {
            wrong.add("status " + answer.status() + " for a change");
        }
    }
}
