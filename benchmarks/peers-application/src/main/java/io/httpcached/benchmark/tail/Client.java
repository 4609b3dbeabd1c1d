package io.httpcached.benchmark.tail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A client with one connection. It sends either the mixed load to the cached application or the same number of requests for
 * constant bytes to the application without a cache. The rank of a URL is the number in its path. Not thread-safe.
 */
final class Client implements AutoCloseable {

    /** The share of writes among the requests of the mixed load. */
    static final double WRITES = 0.05;

    /** The rank of the list of items, which is the most frequent URL and which each write invalidates. */
    static final int LIST = 1;

    private static final byte[] ITEM =
            "{\"id\":1,\"name\":\"Copper kettle, model 1001\",\"price\":20.00,\"stock\":1,\"labels\":[\"kitchen\",\"copper\"]}"
                    .getBytes(ISO_8859_1);

    private final Connection connection;
    private final boolean mixed;
    private final ZipfDistribution urls;
    private final SplittableRandom random;
    private final byte[] host;
    private final byte[] request = new byte[512];
    private int length;

    Client(int port, boolean mixed, ZipfDistribution urls, long seed) throws IOException {
        this.connection = new Connection(port);
        this.mixed = mixed;
        this.urls = urls;
        this.random = new SplittableRandom(seed);
        this.host = (" HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n").getBytes(ISO_8859_1);
    }

    /**
     * Sends requests at random times, as many independent users do: the intervals have an exponential distribution.
     *
     * @param start the start of the round, in the time of {@link System#nanoTime}
     * @param end the end of the round
     * @param meanInterval the mean interval in nanoseconds
     * @return the times of the requests
     */
    RoundResult run(long start, long end, double meanInterval) throws IOException {
        RoundResult result = new RoundResult();
        double sinceStart = nextInterval(meanInterval);
        long free = start;
        for (long due = start + (long) sinceStart; due < end; due = start + (long) sinceStart) {
            boolean connectionWasFree = free < due;
            awaitTime(due);
            long sent = System.nanoTime();
            Kind kind = exchangeNext();
            free = System.nanoTime();
            result.add(kind, free - due);
            if (connectionWasFree) {
                result.addDelay(sent - due);
            }
            sinceStart += nextInterval(meanInterval);
        }
        return result;
    }

    private double nextInterval(double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }

    private static void awaitTime(long time) {
        for (long remaining = time - System.nanoTime(); remaining > 0; remaining = time - System.nanoTime()) {
            LockSupport.parkNanos(remaining);
        }
    }

    /** Sends the next request, which is random. */
    Kind exchangeNext() throws IOException {
        if (mixed && random.nextDouble() < WRITES) {
            put(randomItem());
            return Kind.WRITE;
        }
        return get(urls.sample(random));
    }

    private int randomItem() {
        while (true) {
            int rank = urls.sample(random);
            if (rank != LIST) {
                return rank;
            }
        }
    }

    /** Requests the URL of a rank. */
    Kind get(int rank) throws IOException {
        length = 0;
        append(mixed ? "GET /items" : "GET /constant");
        if (rank != LIST || !mixed) {
            append("/");
            append(rank);
        }
        append(host);
        append("\r\n");
        connection.exchange(request, length, 200);
        if (!mixed) {
            return Kind.CONSTANT;
        }
        return connection.isHit() ? Kind.HIT : Kind.MISS;
    }

    /** Updates the item of a rank. */
    void put(int rank) throws IOException {
        length = 0;
        append("PUT /items/");
        append(rank);
        append(host);
        append("Content-Type: application/json\r\nContent-Length: ");
        append(ITEM.length);
        append("\r\n\r\n");
        append(ITEM);
        connection.exchange(request, length, 204);
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, request, length, bytes.length);
        length += bytes.length;
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            request[length++] = (byte) text.charAt(i);
        }
    }

    private void append(int number) {
        if (number >= 10) {
            append(number / 10);
        }
        request[length++] = (byte) ('0' + number % 10);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
