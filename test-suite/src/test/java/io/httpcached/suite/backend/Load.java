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
 * Clients that read {@link VersionedPages} and change some of them now and then, each on a connection of its own, as fast
 * as they are answered. Every answer is judged: it is to be the page that was asked for, in a version no older than the
 * last change that was confirmed before the request was sent.
 */
final class Load implements AutoCloseable {

    private static final int READS_FOR_A_CHANGE = 50;
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
     * What was seen.
     *
     * @param requests how many requests were answered
     * @param hits how many of them from the cache
     * @param wrong answers that were not as they should be, some of them
     * @param slowest how long the slowest took
     * @param slowestOfMost how long the slowest took but for one in a thousand
     */
    record Report(int requests, int hits, List<String> wrong, Duration slowest, Duration slowestOfMost) {}

    private Load(int port, int clients) {
        this.port = port;
        this.clients = IntStream.range(0, clients)
                .mapToObj(seed -> new Thread(() -> send(new Random(seed)), "client-" + seed))
                .toList();
    }

    static Load start(int port, int clients) {
        Load load = new Load(port, clients);
        load.clients.forEach(Thread::start);
        return load;
    }

    /** Waits until so many more requests have been answered. */
    void awaitRequests(int more) {
        int target = requests.get() + more;
        Eventually.get(requests::get, count -> count >= target || !wrong.isEmpty());
    }

    /** Waits until so many more requests have been answered from the cache. */
    void awaitHits(int more) {
        int target = hits.get() + more;
        Eventually.get(hits::get, count -> count >= target || !wrong.isEmpty());
    }

    /** Ends all clients. */
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
                if (random.nextInt(READS_FOR_A_CHANGE) == 0) {
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
            wrong.add(page + " was answered with " + answer.status());
            return;
        }
        Version version = Version.of(answer.text());
        if (version.page() != page || version.number() < atLeast) {
            wrong.add(page + " in version " + atLeast + " was answered with " + version + ", " + answer.cacheStatus());
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
            wrong.add("A change was answered with " + answer.status());
        }
    }
}
