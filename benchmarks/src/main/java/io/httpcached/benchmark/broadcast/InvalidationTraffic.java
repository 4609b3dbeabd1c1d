package io.httpcached.benchmark.broadcast;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the cost of informing nodes of invalidations in three ways, and prints Markdown tables: a Redis server, 200 connections that
 * stand for nodes, and invalidations at a steady rate. Takes about two minutes.
 */
public final class InvalidationTraffic {

    private static final int NODES = 200;

    /** With tracking of keys: the number of nodes that have read a key. */
    private static final int READERS = 20;

    private static final int[] RATES = {10, 100, 1_000, 5_000};
    private static final int SECONDS = 4;
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private InvalidationTraffic() {}

    /**
     * Measures and prints.
     *
     * @param arguments none
     */
    @SuppressWarnings("SystemOut") // It prints its result.
    public static void main(String[] arguments) throws IOException {
        System.out.println("| way | invalidations/s | deliveries/s | bytes/delivery | Redis µs/delivery | Redis load |"
                + " median µs | p99 µs |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
        for (Way way : Way.values()) {
            for (int rate : RATES) {
                System.out.println(measure(way, rate));
            }
        }
        System.out.println();
        System.out.println("| keys | nodes that have read each | tracking table | bytes/key | bytes/key and node |");
        System.out.println("|--:|--:|--:|--:|--:|");
        System.out.println(table(10_000, 1));
        System.out.println(table(10_000, 20));
        System.out.println(table(10_000, 200));
        System.out.println(table(100_000, 20));
    }

    private static String measure(Way way, int rate) throws IOException {
        int count = rate * SECONDS;
        AtomicLongArray sentAt = new AtomicLongArray(count);
        try (RedisServer redis = RedisServer.start();
                Subscribers nodes = new Subscribers(redis.port(), NODES, sentAt)) {
            write(redis, count);
            nodes.sendAll("HELLO", "3");
            nodes.sendAll(way.listen());
            settle(nodes);
            int perInvalidation = NODES;
            if (way == Way.KEY_TRACKING) {
                read(nodes, count, READERS);
                perInvalidation = READERS;
            }
            settle(nodes);
            nodes.reset();
            long cpu = redis.cpuNanos();
            long start = System.nanoTime();
            invalidate(redis, way, rate, count, sentAt);
            long expected = (long) count * perInvalidation;
            long deadline = System.nanoTime() + DRAIN_NANOS;
            while (nodes.received() < expected && System.nanoTime() < deadline) {
                LockSupport.parkNanos(STEP_NANOS);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double used = redis.cpuNanos() - cpu;
            long deliveries = nodes.received();
            return String.format(
                    Locale.ROOT,
                    "| %s%s | %,d | %,.0f | %d | %.2f | %.0f %% | %,d | %,d |",
                    way.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    deliveries < expected ? " (" + (expected - deliveries) + " not in time)" : "",
                    rate,
                    deliveries / seconds,
                    nodes.bytes() / Math.max(1, deliveries),
                    used / 1_000 / Math.max(1, deliveries),
                    used / seconds / 1e7,
                    nodes.delayMicros(0.5),
                    nodes.delayMicros(0.99));
        }
    }

    /** Sends the invalidations that are due, every few milliseconds. */
    private static void invalidate(RedisServer redis, Way way, int rate, int count, AtomicLongArray sentAt)
            throws IOException {
        long start = System.nanoTime();
        int sent = 0;
        while (sent < count) {
            int due = (int) Math.min(count, (System.nanoTime() - start) * rate / TimeUnit.SECONDS.toNanos(1));
            if (due > sent) {
                ByteArrayOutputStream commands = new ByteArrayOutputStream();
                for (int i = sent; i < due; i++) {
                    commands.writeBytes(RedisServer.encode(way.invalidate(Way.key(i))));
                }
                long now = System.nanoTime();
                for (int i = sent; i < due; i++) {
                    sentAt.set(i, now);
                }
                redis.send(commands.toByteArray());
                redis.receive(due - sent);
                sent = due;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    private static String table(int keys, int readers) throws IOException {
        try (RedisServer redis = RedisServer.start();
                Subscribers nodes = new Subscribers(redis.port(), NODES, new AtomicLongArray(keys))) {
            write(redis, keys);
            nodes.sendAll("HELLO", "3");
            nodes.sendAll(Way.KEY_TRACKING.listen());
            settle(nodes);
            // The buffers of the connections grow at the first reads.
            read(nodes, Math.min(keys, 1_000), NODES);
            settle(nodes);
            long knownKeys = redis.info("stats", "tracking_total_keys");
            long known = redis.info("stats", "tracking_total_items");
            long before = redis.info("memory", "used_memory_dataset") + redis.info("memory", "used_memory_overhead");
            read(nodes, keys, readers);
            settle(nodes);
            long after = redis.info("memory", "used_memory_dataset") + redis.info("memory", "used_memory_overhead");
            long items = redis.info("stats", "tracking_total_items") - known;
            long newKeys = redis.info("stats", "tracking_total_keys") - knownKeys;
            long bytes = after - before;
            return String.format(
                    Locale.ROOT,
                    "| %,d | %d | %.1f MB | %,d | %,d |",
                    newKeys,
                    readers,
                    bytes / 1e6,
                    bytes / Math.max(1, newKeys),
                    bytes / Math.max(1, items));
        }
    }

    private static void write(RedisServer redis, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            redis.send("SET", Way.key(i), "0123456789012345678901234567890123456789");
            redis.receive(1);
        }
    }

    /** Lets some nodes read each key. */
    private static void read(Subscribers nodes, int count, int readers) throws IOException {
        for (int node = 0; node < NODES; node++) {
            ByteArrayOutputStream commands = new ByteArrayOutputStream();
            for (int key = 0; key < count; key++) {
                if (Math.floorMod(node - key, NODES) < readers) {
                    commands.writeBytes(RedisServer.encode("GET", Way.key(key)));
                }
            }
            nodes.send(node, commands.toByteArray());
        }
    }

    /** Waits until nothing arrives any more. */
    private static void settle(Subscribers nodes) {
        long before;
        do {
            before = nodes.bytes();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        } while (nodes.bytes() != before);
    }
}
