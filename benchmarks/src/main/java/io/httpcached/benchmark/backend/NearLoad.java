package io.httpcached.benchmark.backend;

import io.httpcached.HttpCache;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Measures two nodes over one Redis with and without near copies, and prints Markdown: a Zipf-distributed load over 100,000 URLs, of
 * which one in a hundred requests invalidates one. Takes about two minutes.
 */
public final class NearLoad {

    private static final int URLS = 100_000;
    private static final double EXPONENT = 1;
    private static final int WARM_UP = 300_000;
    private static final int REQUESTS = 300_000;
    private static final int REQUESTS_PER_INVALIDATION = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final double[] cumulative = new double[URLS];
    private final Random random = new Random(42);
    private long hits;
    private long nearHits;

    private NearLoad() {
        double sum = 0;
        for (int rank = 1; rank <= URLS; rank++) {
            sum += Math.pow(rank, -EXPONENT);
            cumulative[rank - 1] = sum;
        }
    }

    /**
     * Measures and prints.
     *
     * @param arguments none
     */
    @SuppressWarnings("SystemOut") // It prints its result.
    public static void main(String[] arguments) throws IOException {
        System.out.println("| near copies | hits | of them near | Redis commands/request | processor µs/request |");
        System.out.println("|---|--:|--:|--:|--:|");
        for (boolean near : List.of(false, true)) {
            System.out.println(new NearLoad().measure(near));
        }
    }

    private String measure(boolean near) throws IOException {
        Map<String, Object> settings = Map.of("http-cache.near.enabled", near);
        try (BackendProcess redis = BackendProcess.start(Backend.REDIS);
                BackendApplication one = BackendApplication.start(Backend.REDIS, redis, settings);
                BackendApplication other = BackendApplication.start(Backend.REDIS, redis, settings);
                Connection toOne = new Connection(one.port());
                Connection toOther = new Connection(other.port())) {
            List<Connection> nodes = List.of(toOne, toOther);
            HttpCache cache = one.bean(HttpCache.class);
            run(nodes, cache, WARM_UP);
            hits = 0;
            nearHits = 0;
            long commands = commands(redis.port());
            long cpu = serverCpuNanos();
            run(nodes, cache, REQUESTS);
            double used = serverCpuNanos() - cpu;
            double sent = commands(redis.port()) - commands;
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f %% | %.2f | %.1f |",
                    near ? "on" : "off",
                    100.0 * hits / REQUESTS,
                    100.0 * nearHits / Math.max(1, hits),
                    sent / REQUESTS,
                    used / 1_000 / REQUESTS);
        }
    }

    private void run(List<Connection> nodes, HttpCache cache, int requests) throws IOException {
        for (int i = 0; i < requests; i++) {
            if (i % REQUESTS_PER_INVALIDATION == 0) {
                cache.invalidatePath(url()).join();
            }
            Connection node = nodes.get(i % nodes.size());
            node.get(url());
            if (HitStore.NEAR.answered(node.head())) {
                nearHits++;
                hits++;
            } else if (HitStore.REDIS.answered(node.head())) {
                hits++;
            }
        }
    }

    private String url() {
        int index = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[URLS - 1]);
        return "/cached/entries/" + (index >= 0 ? index : -index - 1);
    }

    /** Returns the processor time of all Java threads but this one, which is the client. */
    private static long serverCpuNanos() {
        long self = Thread.currentThread().getId();
        List<Long> ids = new ArrayList<>();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadId() != self) {
                ids.add(thread.getThreadId());
            }
        }
        return ids.stream()
                .mapToLong(id -> Math.max(0, THREADS.getThreadCpuTime(id)))
                .sum();
    }

    /** Returns the number of commands that Redis has received. */
    private static long commands(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("INFO stats\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith("total_commands_processed:"))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
